/** Where the page begins. */
import { render } from 'preact'
import { keepHistory } from './history.ts'
import { Page } from './page.tsx'
import { followAddress } from './state.ts'
import 'virtual:content.css'
import './style/page.css'

await followAddress()
keepHistory()
const root = document.getElementById('page')
if (root) render(<Page />, root)
