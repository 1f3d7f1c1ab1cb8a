import type { RuleTable } from './rule.ts'

export const hyperbolic: RuleTable = {
  title: 'hyperbolic functions',
  rules: [
    {
      name: 'cosh by exponentials',
      form: 'cosh(u) <=> (e^u + e^(-u))/2',
      say: 'By definition cosh is the mean of two exponentials: now the rules for exponentials apply.',
      back: {
        name: 'read as cosh',
        say: 'The mean of an exponential and its reciprocal is cosh: one function takes the place of two.',
      },
    },
    {
      name: 'sinh by exponentials',
      form: 'sinh(u) <=> (e^u - e^(-u))/2',
      say: 'By definition sinh is half the difference of two exponentials: now the rules for exponentials apply.',
      back: {
        name: 'read as sinh',
        say: 'Half the difference of an exponential and its reciprocal is sinh: one function takes the place of two.',
      },
    },
    {
      name: 'tanh by exponentials',
      form: 'tanh(u) <=> (e^u - e^(-u))/(e^u + e^(-u))',
      say: 'By definition tanh is a quotient of exponentials: now the rules for fractions and exponentials apply.',
      back: {
        name: 'read as tanh',
        say: 'The difference of the two exponentials over their sum is tanh: one function takes the place of a fraction.',
      },
    },
    {
      name: 'tanh by sinh and cosh',
      form: 'tanh(u) <=> sinh(u)/cosh(u)',
      say: 'As the tangent is sine over cosine, tanh is sinh over cosh: with these two alone, factors can cancel.',
      back: {
        name: 'sinh over cosh',
        say: 'As sine over cosine is the tangent, sinh over cosh is tanh: one function takes the place of a fraction.',
      },
    },
    {
      name: 'hyperbolic Pythagoras',
      form: 'cosh(u)^2 - sinh(u)^2 <=> 1',
      provided: ['defined(u)'],
      say: 'The difference of cosh squared and sinh squared is 1: both functions disappear.',
      back: {
        name: 'write 1 by cosh and sinh',
        say: 'One is cosh squared minus sinh squared: now it can combine with other squares of these two.',
      },
    },
    {
      name: 'cosh squared',
      form: 'cosh(u)^2 <=> 1 + sinh(u)^2',
      say: 'As cosh squared minus sinh squared is 1, cosh can go: with sinh alone, one function is enough.',
      back: {
        name: 'one plus sinh squared',
        say: 'One plus sinh squared is cosh squared: one term is left of two.',
      },
    },
    {
      name: 'sinh squared',
      form: 'sinh(u)^2 <=> cosh(u)^2 - 1',
      say: 'As cosh squared minus sinh squared is 1, sinh can go: with cosh alone, one function is enough.',
      back: {
        name: 'cosh squared minus one',
        say: 'One less than cosh squared is sinh squared: one term is left of two.',
      },
    },
    {
      name: 'one over cosh squared',
      form: '1/cosh(u)^2 <=> 1 - tanh(u)^2',
      say: 'Divide cosh squared minus sinh squared, which is 1, by cosh squared: only tanh is left, and no fraction.',
      back: {
        name: 'one minus tanh squared',
        say: 'Divide cosh squared minus sinh squared, which is 1, by cosh squared: the difference becomes a single fraction.',
      },
    },
    {
      name: 'tanh squared',
      form: 'tanh(u)^2 <=> 1 - 1/cosh(u)^2',
      say: 'Divide sinh squared, which is cosh squared minus 1, by cosh squared: with cosh alone, one function is enough.',
      back: {
        name: 'one minus one over cosh squared',
        say: 'By cosh squared minus sinh squared is 1, divided by cosh squared, this is tanh squared: one term is left of two.',
      },
    },
    {
      name: 'sinh of a sum',
      form: 'sinh(u + v) <=> sinh(u)*cosh(v) + cosh(u)*sinh(v)',
      say: 'Take the sum in sinh apart by the addition formula: only functions of {u} and of {v} are left.',
      back: {
        name: 'read as sinh of a sum',
        say: 'The products sinh times cosh and cosh times sinh make up the addition formula: a single sinh is left.',
      },
    },
    {
      name: 'sinh of the double operand',
      form: 'sinh(2*u) <=> 2*sinh(u)*cosh(u)',
      say: 'By its addition formula, sinh of the double is twice sinh times cosh: now all can be functions of {u}.',
      back: {
        name: 'twice sinh times cosh',
        say: 'Twice sinh times cosh is a single sinh, of the double operand.',
      },
    },
    {
      name: 'cosh of the double operand',
      form: 'cosh(2*u) <=> 2*cosh(u)^2 - 1',
      say: 'By its addition formula, cosh of the double is twice cosh squared minus 1: now all can be in cosh of {u}.',
      back: {
        name: 'twice cosh squared minus 1',
        say: 'Twice cosh squared minus 1 is a single cosh, of the double operand: the square is gone.',
      },
    },
    {
      name: 'cosh squared by the double operand',
      form: 'cosh(u)^2 <=> (cosh(2*u) + 1)/2',
      say: 'The square of cosh is half of 1 more than cosh of the double operand: the square is gone.',
      back: {
        name: 'half of cosh plus 1',
        say: 'Half of cosh plus 1 is the square of cosh at half the operand: a single square is left.',
      },
    },
    {
      name: 'sinh squared by the double operand',
      form: 'sinh(u)^2 <=> (cosh(2*u) - 1)/2',
      say: 'The square of sinh is half of 1 less than cosh of the double operand: the square is gone.',
      back: {
        name: 'half of cosh minus 1',
        say: 'Half of cosh minus 1 is the square of sinh at half the operand: a single square is left.',
      },
    },
    {
      name: 'arsinh as a logarithm',
      form: 'asinh(u) <=> log(u + sqrt(u^2 + 1))',
      say: 'The number with sinh {u} is found by solving for its exponential: now the rules for logarithms apply.',
      back: {
        name: 'read as arsinh',
        say: 'The logarithm of a number plus such a root undoes sinh: one function takes the place of two.',
      },
    },
    {
      name: 'arcosh as a logarithm',
      form: 'acosh(u) <=> log(u + sqrt(u^2 - 1))',
      say: 'The number with cosh {u}, not negative, is found by solving for its exponential: now the rules for logarithms apply.',
      back: {
        name: 'read as arcosh',
        say: 'The logarithm of a number plus such a root undoes cosh: one function takes the place of two.',
      },
    },
    {
      name: 'artanh as a logarithm',
      form: 'atanh(u) <=> log((1 + u)/(1 - u))/2',
      say: 'The number with tanh {u} is found by solving for its exponential: now the rules for logarithms apply.',
      back: {
        name: 'read as artanh',
        say: 'Half the logarithm of such a fraction undoes tanh: one function takes the place of two.',
      },
    },
    {
      name: 'cosh of a sum',
      form: 'cosh(u + v) <=> cosh(u)*cosh(v) + sinh(u)*sinh(v)',
      say: 'Take the sum in cosh apart by the addition formula: only functions of {u} and of {v} are left.',
      back: {
        name: 'read as cosh of a sum',
        say: 'The products cosh times cosh and sinh times sinh make up the addition formula: a single cosh is left.',
      },
    },
  ],
}
