/** Computing the function and its derivative in double precision. */
export const computing = {
  'computing.title': 'Computing it',
  'computing.order': 'it is about the function and its first derivative',
  'computing.none': 'no program computes it',
  'computing.large': 'the formula is too large for a search for other forms',
  'computing.several': 'it is about functions of one variable',
  'computing.absent':
    'in double precision the function and its derivative keep their digits as they are written',
  'computing.points':
    'Both were computed in double precision at {count} points of all sizes, and held against rigorous values.',
  'computing.wrong':
    'As it is written, {formula} goes wrong in double precision: at {place} it gives {found}, where the right value is {right}.',
  'computing.no-number':
    'As it is written, {formula} goes wrong in double precision: at {place} it gives no number, where the right value is {right}.',
  'computing.loses': 'As it is written, {formula} loses {bits} of 53 bits on average.',
  'computing.form': ' This form has the same values and loses {bits} bits on average:',
  'computing.form-below': ' The form in the code below has the same values and loses {bits} bits on average.',
  'computing.no-form': ' No form was found that keeps them.',
  'computing.through':
    'Through the value it goes wrong as well: {form}, with the value of the function for {f}, gives {found} at {place}, where the right value is {right}.',
  'computing.through-alone':
    'The derivative through the value is shorter, but goes wrong in double precision: {form}, with the value of the function for {f}, gives {found} at {place}, where the right value is {right}.',
  'computing.reuse':
    ' The code computes {form} instead, from the {shared} that the value is computed by as well.',
  'computing.instead': ' The code computes {form} instead.',
  'computing.reuse-below': ' The code below goes another way.',
  'computing.no-number-at': 'no number',
  'computing.as-through': '{form}',
  'computing.where': 'where',
  'computing.as-written': 'correct digits as written',
  'computing.in-form': 'in the other form',
  'computing.code': 'The function and its derivative, computed so:',
  'computing.in-python': 'In Python',
  'computing.in-pytorch': 'In PyTorch',
  'computing.in-c': 'In C',
  'computing.in-matlab': 'In MATLAB',
  'computing.in-sql': 'In SQL',
} as const
