/** Where the page begins. */
import { render } from 'preact'
import { Page } from './page.tsx'
import { followAddress } from './state.ts'
import './style/page.css'

followAddress()
const root = document.getElementById('page')
if (root) render(<Page />, root)
