/** Why a certificate is refused. Steps are counted from 1; 0 is the certificate as a whole. */
export class Fault extends Error {
  override readonly name = 'Fault'
  step = 0
}

/** Refuses unless the statement holds. */
export function demand(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Fault(otherwise)
}
