/**
 * The catalogue in English: one table for each part of the article, keys like `saturation.fades`. A name in
 * braces is a hole that a formula, a number or another message fills.
 */
import { article } from './article.ts'
import { check } from './check.ts'
import { claims } from './claims.ts'
import { comparison } from './comparison.ts'
import { computing } from './computing.ts'
import { definition } from './definition.ts'
import { derivative } from './derivative.ts'
import { examples } from './examples.ts'
import { forms } from './forms.ts'
import { further } from './further.ts'
import { graph } from './graph.ts'
import { higher } from './higher.ts'
import { inTermsOf } from './in-terms-of.ts'
import { judgement } from './judgement.ts'
import { list } from './list.ts'
import { operation } from './operation.ts'
import { otherRoads } from './other-roads.ts'
import { page } from './page.ts'
import { properties } from './properties.ts'
import { property } from './property.ts'
import { reading } from './reading.ts'
import { compared, saturation } from './saturation.ts'
import { solution } from './solution.ts'
import { summary } from './summary.ts'
import { trust } from './trust.ts'
import { unfinished } from './unfinished.ts'
import { uses } from './uses.ts'
import { vanishing } from './vanishing.ts'
import { why } from './why.ts'
import { wishes } from './wishes.ts'
import { work } from './work.ts'

type Tables = typeof article &
  typeof check &
  typeof claims &
  typeof comparison &
  typeof computing &
  typeof definition &
  typeof derivative &
  typeof examples &
  typeof forms &
  typeof further &
  typeof graph &
  typeof otherRoads &
  typeof higher &
  typeof inTermsOf &
  typeof judgement &
  typeof list &
  typeof operation &
  typeof page &
  typeof properties &
  typeof property &
  typeof reading &
  typeof compared &
  typeof saturation &
  typeof solution &
  typeof summary &
  typeof trust &
  typeof unfinished &
  typeof uses &
  typeof vanishing &
  typeof why &
  typeof wishes &
  typeof work

export const ENGLISH: Tables = {
  ...article,
  ...check,
  ...claims,
  ...comparison,
  ...computing,
  ...definition,
  ...derivative,
  ...examples,
  ...forms,
  ...further,
  ...graph,
  ...otherRoads,
  ...higher,
  ...inTermsOf,
  ...judgement,
  ...list,
  ...operation,
  ...page,
  ...properties,
  ...property,
  ...reading,
  ...compared,
  ...saturation,
  ...solution,
  ...summary,
  ...trust,
  ...unfinished,
  ...uses,
  ...vanishing,
  ...why,
  ...wishes,
  ...work,
}
