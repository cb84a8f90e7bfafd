import type { ComponentChildren } from 'preact';

type AnswerProps = {
  readonly kind?: 'plain' | 'good' | 'quiet';
  readonly icon?: ComponentChildren;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
};

/** A button as large as a thumb. */
export function Answer({ kind = 'plain', icon, onClick, children }: AnswerProps) {
  return (
    <button type="button" className={`answer ${kind}`} onClick={onClick}>
      {icon}
      <span>{children}</span>
    </button>
  );
}
