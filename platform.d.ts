// What the library may use beyond the language itself: only what Node and browsers share.
declare const performance: { now(): number }
