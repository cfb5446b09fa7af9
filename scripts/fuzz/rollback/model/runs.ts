/** The runs there were, imports and rollbacks, and which of them count. */
export class Runs {
  readonly numbers: number[] = [];
  readonly #undone = new Map<number, number>();

  /** Notes an import. */
  add(run: number): void {
    this.numbers.push(run);
  }

  /** Notes a rollback of another run. */
  addRollback(run: number, undone: number): void {
    this.numbers.push(run);
    this.#undone.set(run, undone);
  }

  /** Whether what a run did is to be there. */
  stands(run: number): boolean {
    return this.undoing(run) === null;
  }

  /** The rollback that a run is undone by. */
  undoing(run: number): number | null {
    for (const [rollback, undone] of [...this.#undone].reverse()) {
      if (undone === run && this.undoing(rollback) === null) return rollback;
    }
    return null;
  }

  /** The import that rollbacks of rollbacks come down to. */
  rootOf(run: number): number {
    const undone = this.#undone.get(run);
    return undone === undefined ? run : this.rootOf(undone);
  }
}
