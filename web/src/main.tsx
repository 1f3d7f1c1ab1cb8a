/** Where the page begins. */
import { render } from 'preact'
import { keepHistory } from './history.ts'
import { Page } from './page.tsx'
import { followAddress } from './state.ts'
import 'virtual:content.css'
import './style/page.css'

/** A page in the background has no frames. */
const LONGEST_WAIT = 50

/** What stands in index.html is seen first. */
const firstFrame = new Promise((resolve) => {
  requestAnimationFrame(() => setTimeout(resolve))
  setTimeout(resolve, LONGEST_WAIT)
})

await Promise.all([followAddress(), firstFrame])
keepHistory()
const root = document.getElementById('page')
if (root) render(<Page />, root)
