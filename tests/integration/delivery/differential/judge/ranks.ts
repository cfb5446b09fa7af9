/**
 * Which of a list's entries are tied: each gets the number of its run. A sort leaves two entries
 * tied where breaking ties by id backwards turns them round.
 * @param forwards - all ids, as they are sorted with ties broken by id
 * @param backwards - the same, with ties broken by id backwards
 */
export const ranksOf = (
  forwards: readonly string[],
  backwards: readonly string[]
): ReadonlyMap<string, number> => {
  const places = new Map(backwards.map((id, place) => [id, place]));
  const ranks = new Map<string, number>();
  let rank = 0;
  forwards.forEach((id, index) => {
    const before = forwards[index - 1];
    const isTied =
      before !== undefined && (places.get(id) ?? Infinity) < (places.get(before) ?? -Infinity);
    if (!isTied) rank += 1;
    ranks.set(id, rank);
  });
  return ranks;
};
