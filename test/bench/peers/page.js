// The editors that Galley is measured against, each behind the same few functions; `?editor=` names one.
const host = document.getElementById('editor')

/** CodeMirror with what any Markdown editor gives it. */
async function codeMirror(parent, text, format, changed) {
  const [view, commands, language, { markdown }, { html }] = await Promise.all([
    import('@codemirror/view'),
    import('@codemirror/commands'),
    import('@codemirror/language'),
    import('@codemirror/lang-markdown'),
    import('@codemirror/lang-html'),
  ])
  return new view.EditorView({
    doc: text,
    parent,
    extensions: [
      view.lineNumbers(),
      view.highlightActiveLine(),
      view.drawSelection(),
      view.EditorView.lineWrapping,
      view.keymap.of([...commands.historyKeymap, ...commands.defaultKeymap]),
      commands.history(),
      language.bracketMatching(),
      language.syntaxHighlighting(language.defaultHighlightStyle),
      format === 'html' ? html() : markdown(),
      view.EditorView.updateListener.of(
        (update) => update.docChanged && changed?.(update.state.doc.toString()),
      ),
    ],
  })
}

function caretInView(view, at) {
  view.dispatch({ selection: { anchor: at }, scrollIntoView: true })
  view.focus()
}

/** What an editor is made of, loaded before it is timed: Galley's page is loaded, too, when it is asked for an article. */
const modules = {
  codemirror: () => codeMirror(document.createElement('div'), '', 'markdown'),
  naive: () => Promise.all([modules.codemirror(), import('marked'), import('dompurify')]),
  toast: () => Promise.all([import('@toast-ui/editor/dist/toastui-editor.css'), import('@toast-ui/editor')]),
  mdEditor: () => Promise.all([import('md-editor-v3/lib/style.css'), import('vue'), import('md-editor-v3')]),
  cherry: () =>
    Promise.all([
      import('cherry-markdown/dist/cherry-markdown.css'),
      import('cherry-markdown/dist/cherry-markdown.esm.js'),
    ]),
  vditor: () => Promise.all([import('vditor/dist/index.css'), import('vditor')]),
}

const adapters = {
  async codemirror(text, format) {
    const view = await codeMirror(host, text, format)
    return { preview: null, caret: (at) => caretInView(view, at) }
  },

  async naive(text, format) {
    const [{ marked }, { default: purify }] = await Promise.all([import('marked'), import('dompurify')])
    host.innerHTML = '<div class="pair"><div></div><div></div></div>'
    const [left, right] = host.firstElementChild.children
    const render = (now) => {
      right.innerHTML = purify.sanitize(format === 'html' ? now : marked.parse(now))
    }
    const view = await codeMirror(left, text, format, render)
    render(text)
    return { preview: right, caret: (at) => caretInView(view, at) }
  },

  async toast(text) {
    await import('@toast-ui/editor/dist/toastui-editor.css')
    const { Editor } = await import('@toast-ui/editor')
    const editor = new Editor({
      el: host,
      initialValue: text,
      height: '900px',
      initialEditType: 'markdown',
      previewStyle: 'vertical',
      usageStatistics: false,
    })
    const root = host.querySelector('.toastui-editor-md-container .ProseMirror')
    return {
      preview: host.querySelector('.toastui-editor-md-preview'),
      caret: (at) => {
        const before = text.slice(0, at).split('\n')
        const place = [before.length, before.at(-1).length + 1]
        editor.setSelection(place, place)
        root.focus()
      },
    }
  },

  async mdEditor(text) {
    await import('md-editor-v3/lib/style.css')
    const [{ createApp, h, ref }, { MdEditor }] = await Promise.all([import('vue'), import('md-editor-v3')])
    const value = ref(text)
    let editor = null
    createApp({
      render: () =>
        h(MdEditor, {
          ref: (it) => (editor = it),
          modelValue: value.value,
          'onUpdate:modelValue': (now) => (value.value = now),
          style: 'height: 900px',
          noMermaid: true,
          noKatex: true,
          noPrettier: true,
          noHighlight: true,
          noEcharts: true,
          noImgZoomIn: true,
        }),
    }).mount(host)
    return {
      get preview() {
        return host.querySelector('.md-editor-preview-wrapper')
      },
      caret: (at) => caretInView(editor.getEditorView(), at),
    }
  },

  async cherry(text) {
    await import('cherry-markdown/dist/cherry-markdown.css')
    const { default: Cherry } = await import('cherry-markdown/dist/cherry-markdown.esm.js')
    const cherry = new Cherry({
      el: host,
      value: text,
      editor: { height: '900px', defaultModel: 'edit&preview' },
    })
    const editor = cherry.editor.editor
    return {
      preview: host.querySelector('.cherry-previewer'),
      caret: (at) => {
        editor.setCursor(editor.posFromIndex(at))
        editor.scrollIntoView(null)
        editor.focus()
      },
    }
  },

  async vditor(text, format, mark) {
    await import('vditor/dist/index.css')
    const { default: Vditor } = await import('vditor')
    await new Promise((after) => {
      new Vditor(host, {
        mode: 'sv',
        height: 900,
        cdn: '/vditor',
        cache: { enable: false },
        value: text,
        preview: { delay: 0, hljs: { enable: false } },
        after,
      })
    })
    return {
      preview: host.querySelector('.vditor-preview'),
      caret: () => {
        const area = host.querySelector('textarea.vditor-sv')
        const at = area.value.indexOf(mark) + mark.length
        area.focus()
        area.setSelectionRange(at, at)
      },
    }
  },
}

/** Opens an editor on a text: milliseconds until its preview (or the editor, without one) has content, and all of it. */
window.openEditor = async ({ name, text, format, mark, last }) => {
  await modules[name]()
  const started = performance.now()
  const editor = await adapters[name](text, format, mark)
  const has = (what) => (editor.preview ?? host).textContent.includes(what)
  const until = async (what) => {
    // Looked at as a frame begins, timed when it has been drawn.
    do await new Promise((done) => requestAnimationFrame(done))
    while (!has(what))
    await new Promise((done) => setTimeout(done))
    return performance.now() - started
  }
  const first = await until('A long winter')
  const complete = editor.preview ? await until(last) : first
  window.previewRoot = editor.preview
  window.toCaret = () => editor.caret(text.indexOf(mark) + mark.length)
  return { first, complete }
}
window.ready = true
