/**
 * Tables to try the page with, all of them simulated: a known curve, and normal errors added to it. The errors have
 * deviation 3 for the doses, 5 for the heights, 0.07 for the rates and 1 for the low doses. Whether someone passed was
 * drawn with the chance sigmoid(-8.5 + 0.75*hours + 0.6*sleep).
 */

export interface Sample {
  readonly title: string
  /** The names of the columns in the first line. */
  readonly table: string
  /** What belongs to it: a curve by its name. */
  readonly model?: string
}

export const FIT_SAMPLES = {
  dose: {
    title: 'dose and response, 24 points',
    model: 'doseresponse',
    table: `dose,response
0.1,3.1
0.1,7.8
0.1,8.4
0.3,5.7
0.3,6.0
0.3,3.3
1,4.8
1,4.8
1,4.5
3,19.8
3,16.9
3,17.4
10,42.7
10,41.3
10,41.0
30,72.0
30,76.4
30,74.6
100,89.1
100,89.8
100,86.2
300,98.3
300,91.0
300,94.7
`,
  },
  growth: {
    title: 'growth of a plant, 15 points',
    model: 'logistic3',
    table: `day,height
0,17.1
5,-1.9
10,11.3
15,26.5
20,48.5
25,64.1
30,102.5
35,137.4
40,170.4
45,183.8
50,218.1
55,235.7
60,238.1
65,237.3
70,240.8
`,
  },
  enzyme: {
    title: 'rate of an enzyme, 12 points',
    model: 'michaelis',
    table: `substrate,rate
0.2,0.215
0.2,0.433
0.5,0.947
0.5,0.888
1,1.125
1,1.304
2,1.875
2,1.849
4,2.443
4,2.248
8,2.673
8,2.765
`,
  },
  low: {
    title: 'low doses only, 12 points',
    model: 'doseresponse',
    table: `dose,response
0.1,4.4
0.1,3.7
0.2,4.0
0.2,2.0
0.4,6.9
0.4,6.2
0.8,6.3
0.8,7.4
1.6,10.5
1.6,9.7
3.2,19.0
3.2,17.7
`,
  },
} as const satisfies Record<string, Sample>

export const LEARN_SAMPLES = {
  exam: {
    title: 'who passed an exam, 60 rows',
    table: `hours,sleep,passed
10.7,4.0,1
1.9,3.8,0
6.0,8.3,1
6.4,7.3,0
4.5,6.2,0
9.3,7.0,1
5.5,7.7,1
8.1,4.7,1
5.8,6.8,0
3.2,7.8,0
4.0,7.3,0
6.5,5.5,0
9.2,8.1,1
0.7,7.6,0
1.5,7.4,0
2.9,9.0,0
11.1,6.7,1
7.6,8.0,1
11.8,9.2,1
0.8,6.9,0
10.6,8.0,1
10.1,8.0,1
11.0,6.6,1
6.0,9.0,0
10.7,6.7,1
2.2,5.8,0
11.6,5.9,1
2.2,5.9,0
10.3,5.6,1
2.2,5.3,0
1.8,6.1,0
2.6,6.4,0
10.4,7.4,1
11.6,6.8,1
9.2,6.9,1
3.5,5.9,1
10.9,5.7,1
3.1,5.0,0
1.9,7.5,0
3.6,6.7,0
7.0,7.1,1
3.5,8.2,0
4.8,7.7,0
11.4,5.5,1
5.7,8.9,1
11.3,6.8,1
10.5,6.4,1
1.1,7.1,0
2.2,7.8,0
11.7,7.0,1
6.6,6.9,1
9.3,6.6,1
9.0,5.6,1
10.0,7.8,1
10.6,7.5,1
8.4,5.2,1
8.7,6.3,1
8.3,6.0,1
9.8,6.8,1
10.7,7.0,1
`,
  },
} as const satisfies Record<string, Sample>
