import js from '@eslint/js'
import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** Which rooms a room may not import from: arrows run renderer → core and electron → core only. */
const wall = (files, patterns) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
})
const forbid = (message, ...group) => ({ group, message })

export default tseslint.config(
  {
    ignores: [
      'dist',
      'release',
      'node_modules',
      'test/fixtures',
      'test-results',
      'playwright-report',
      'test/bench/peers',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    // One program for all rooms: with the rooms' own, each would be read and its types found again for every room above it.
    languageOptions: {
      parserOptions: { project: './tsconfig.lint.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true },
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      'max-lines': ['error', { max: 400 }],
      'no-control-regex': 'off',
      eqeqeq: 'error',
    },
  },
  { files: ['renderer/**/*.{ts,tsx}'], ...hooks.configs.flat.recommended },
  wall(
    ['core/**/*.ts'],
    [
      forbid(
        'core is pure: no Node, DOM, Electron or React.',
        'node:*',
        'electron',
        'react',
        'react-*',
        'fs',
        'path',
        '**/electron/**',
        '**/renderer/**',
      ),
    ],
  ),
  wall(
    ['electron/**/*.ts'],
    [forbid('electron never imports the renderer.', '**/renderer/**', 'react', 'react-*')],
  ),
  wall(
    ['electron/{services,server}/**/*.ts', 'electron/serve.ts'],
    [
      forbid(
        'services and the browser shell run without Electron.',
        'electron',
        '**/desktop/**',
        '**/renderer/**',
      ),
    ],
  ),
  wall(
    ['renderer/**/*.{ts,tsx}'],
    [
      forbid(
        'the renderer meets the shells only through core/contract.ts.',
        'node:*',
        'electron',
        'fs',
        'path',
        '**/electron/**',
      ),
    ],
  ),
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
      },
    },
  },
)
