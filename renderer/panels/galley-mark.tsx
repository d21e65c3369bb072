/** The mark of Galley: a strip of proof with its lines and a correction. Decoration. */
export function GalleyMark({ className }: { readonly className?: string }) {
  return (
    <svg className={className} viewBox="5 2 22 28" aria-hidden="true" focusable="false">
      <path className="mark-sheet" d="M8.5 3.5h11l4 4v21h-15z" />
      <path className="mark-fold" d="M19.5 3.5v4h4" />
      <path className="mark-line" d="M12 12h8M12 16h8M12 20h3.5M12 24h8" />
      <path className="mark-correction" d="M17.5 21.5l1.75-3 1.75 3" />
    </svg>
  )
}
