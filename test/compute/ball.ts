/** Balls stand with what computes. */
export * from '../../src/compute/balls/ball.ts'
