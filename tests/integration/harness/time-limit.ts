// A boot on an empty database takes seconds, a storm of two hundred requests too.
jest.setTimeout(120_000);
