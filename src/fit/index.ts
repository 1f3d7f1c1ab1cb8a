/** Fitting curves to data, with errors, intervals and a verdict on whether the data determine the parameters. */
export type { FitData } from './data.ts'
export type { Effect } from './effects.ts'
export { type FitOptions, fit } from './fit.ts'
export type { Identifiability } from './identifiability.ts'
export { type FitPicture, fitPicture, residualPicture } from './picture.ts'
export type { Profile } from './profile.ts'
export type { Band, Estimate, Fit, Quantity } from './result.ts'
