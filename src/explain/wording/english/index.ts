/**
 * The catalogue in English: one table for each part of the article, keys like `saturation.fades`. A name in
 * braces is a hole that a formula, a number or another message fills.
 */
import { article } from './article.ts'
import { claims } from './claims.ts'
import { graph } from './graph.ts'
import { page } from './page.ts'
import { reading } from './reading.ts'
import { work } from './work.ts'

type Tables = typeof article & typeof claims & typeof graph & typeof page & typeof reading & typeof work

export const ENGLISH: Tables = { ...article, ...claims, ...graph, ...page, ...reading, ...work }
