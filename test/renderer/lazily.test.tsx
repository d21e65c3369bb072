import { act, Component, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lazily, useIsLoaded } from '../../renderer/lazily.tsx'

let root: Root
let host: HTMLElement

beforeEach(() => {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true
  host = document.createElement('div')
  root = createRoot(host)
})
afterEach(() => act(() => root.unmount()))

class Catch extends Component<{ readonly children: ReactNode }, { readonly said: string | null }> {
  override state: { readonly said: string | null } = { said: null }
  static getDerivedStateFromError(error: Error) {
    return { said: error.message }
  }
  override render(): ReactNode {
    return this.state.said ?? this.props.children
  }
}

const settled = (what: () => void): Promise<void> =>
  act(() => {
    what()
    return Promise.resolve()
  })

const Name = ({ name }: { readonly name: string }) => <b>{name}</b>

test('nothing is shown until the component is loaded, then it is', async () => {
  let arrive: (component: typeof Name) => void = () => undefined
  const Late = lazily(() => new Promise<typeof Name>((resolve) => (arrive = resolve)))
  await settled(() => root.render(<Late name="a" />))
  expect(host.innerHTML).toBe('')
  await settled(() => arrive(Name))
  expect(host.innerHTML).toBe('<b>a</b>')
})

test('what was loaded before is shown in the first render, and loaded once', async () => {
  let loads = 0
  const Early = lazily(() => {
    loads++
    return Promise.resolve(Name)
  })
  await Early.load()
  await Early.load()
  act(() => root.render(<Early name="b" />))
  expect(host.innerHTML).toBe('<b>b</b>')
  expect(loads).toBe(1)
})

test('a failure is thrown where the component stands, and the next attempt asks again', async () => {
  let attempts = 0
  const Shaky = lazily(() =>
    ++attempts < 3 ? Promise.reject(new Error('not there')) : Promise.resolve(Name),
  )
  await Shaky.load()
  const guarded = (key: string): ReactNode => (
    <Catch key={key}>
      <Shaky name="c" />
    </Catch>
  )
  await settled(() => root.render(guarded('first')))
  expect(host.innerHTML).toBe('not there')
  await settled(() => root.render(guarded('second')))
  expect(host.innerHTML).toBe('<b>c</b>')
})

test('what would be pushed away can wait until it is there', async () => {
  let arrive: (component: typeof Name) => void = () => undefined
  const Late = lazily(() => new Promise<typeof Name>((resolve) => (arrive = resolve)))
  const Page = () => (useIsLoaded(Late) ? <Late name="d" /> : <i />)
  await settled(() => root.render(<Page />))
  expect(host.innerHTML).toBe('<i></i>')
  await settled(() => arrive(Name))
  expect(host.innerHTML).toBe('<b>d</b>')
})
