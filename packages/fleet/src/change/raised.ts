/** The chance whose odds are so many times those of this one: how a change makes each attempt worse. */
export const raised = (chance: number, odds: number): number => (chance * odds) / (1 + chance * (odds - 1));

/** ln of how many times likelier the outcome is under the raised chance than under the ordinary one. */
export function logRatio(chance: number, odds: number, failed: boolean): number {
  const common = Math.log1p(chance * (odds - 1));
  return failed ? Math.log(odds) - common : -common;
}
