import type { ReactNode } from 'react';

type AnswerProps = {
  readonly kind?: 'plain' | 'good' | 'quiet';
  readonly icon?: ReactNode;
  readonly onClick: () => void;
  readonly children: ReactNode;
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
