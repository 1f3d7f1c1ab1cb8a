/** Sections and pictures that the worker has set, from our own printers and from nowhere else. */
export const Markup = ({ of, class: name = '' }: { readonly of: string; readonly class?: string }) => (
  <div class={name} dangerouslySetInnerHTML={{ __html: of }} />
)
