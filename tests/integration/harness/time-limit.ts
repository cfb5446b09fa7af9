// What waits longer hangs: a boot on an empty database takes seconds, and a minute where others keep the machine busy.
jest.setTimeout(300_000);
