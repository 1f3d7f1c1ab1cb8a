/** A translation: sentences by their keys; what is missing is said in English. Holes are names in braces. */
export type Wording = Readonly<Record<string, string>>
