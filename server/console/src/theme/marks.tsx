import type { AlertState } from '@kedun/shared/contracts/api/alerts';
import type { Severity, VerdictAction } from '@kedun/shared/contracts/vocabulary';
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** One shape a severity, told apart without colour: ring, triangle, diamond, octagon. */
const SEVERITY_SHAPES: Readonly<Record<Severity, ReactNode>> = {
  low: <circle cx="8" cy="8" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  medium: <path d="M8 2.6 14 13H2z" fill="currentColor" />,
  high: <path d="M8 1.5 14.5 8 8 14.5 1.5 8z" fill="currentColor" />,
  critical: (
    <>
      <path d="M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2z" fill="currentColor" />
      <path className="kd-cut" d="M8 4.3v4.2M8 11.2v.2" strokeWidth="1.8" strokeLinecap="round" />
    </>
  ),
};

/** Fixed for good: these pictures stand for these verdicts everywhere in the product. */
const VERDICT_SHAPES: Readonly<Record<VerdictAction, ReactNode>> = {
  allow: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="m5.2 8.2 2 2 3.7-4.2" />
    </>
  ),
  audit: (
    <>
      <path d="M1.5 8S3.8 3.7 8 3.7 14.5 8 14.5 8 12.2 12.3 8 12.3 1.5 8 1.5 8z" />
      <circle cx="8" cy="8" r="1.8" />
    </>
  ),
  mask: (
    <>
      <path d="M1.5 8S3.8 3.7 8 3.7 14.5 8 14.5 8 12.2 12.3 8 12.3 1.5 8 1.5 8z" />
      <path d="m2.8 13.2 10.4-10.4" />
    </>
  ),
  warn: (
    <>
      <path d="M2 3h12v8.3H8.6L5.3 14v-2.7H2z" />
      <path d="M8 5.3v2.6M8 9.3v.1" />
    </>
  ),
  redact: (
    <>
      <path d="M2 4h12M2 12h7" />
      <path d="M2 8h3.5M13 8h1" />
      <path d="M7.3 8h3.9" strokeWidth="3.6" />
    </>
  ),
  approve: (
    <>
      <circle cx="5.3" cy="10.7" r="3.3" />
      <path d="m7.7 8.3 6-6M11 5l2.2 2.2" />
    </>
  ),
  block: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="m3.7 3.7 8.6 8.6" />
    </>
  ),
};

const tone = (kind: 'severity' | 'verdict', word: string): CSSProperties => ({
  color: `var(--kd-${kind}-${word})`,
});

interface MarkProps {
  /** `word` beside the shape; without, the word is the shape's accessible name. */
  readonly word?: boolean;
  /** On a ground of its own colour. */
  readonly filled?: boolean;
}

function Mark(
  props: MarkProps & { kind: 'severity' | 'verdict'; id: string; label: string; shape: ReactNode },
) {
  const { kind, id, label, shape, word = false, filled = false } = props;
  return (
    <span
      className="kd-mark"
      data-filled={filled || undefined}
      style={{
        ...tone(kind, id),
        ...(filled ? { background: `var(--kd-${kind}-${id}-ground)` } : {}),
      }}
      title={word ? undefined : label}
    >
      <svg
        viewBox="0 0 16 16"
        width="16"
        height="16"
        className={kind === 'verdict' ? 'kd-stroke' : undefined}
        aria-hidden="true"
      >
        {shape}
      </svg>
      <span className={word ? 'kd-mark-word' : 'kd-hidden'}>{label}</span>
    </span>
  );
}

export function SeverityMark(props: MarkProps & { severity: Severity }) {
  const { t } = useTranslation();
  const { severity, ...rest } = props;
  return (
    <Mark
      {...rest}
      kind="severity"
      id={severity}
      label={t(`severity/${severity}`)}
      shape={SEVERITY_SHAPES[severity]}
    />
  );
}

export function VerdictMark(props: MarkProps & { action: VerdictAction }) {
  const { t } = useTranslation();
  const { action, ...rest } = props;
  return (
    <Mark
      {...rest}
      kind="verdict"
      id={action}
      label={t(`verdict/${action}`)}
      shape={VERDICT_SHAPES[action]}
    />
  );
}

/** How far an alert is: the fuller the ring, the further. */
export function StateMark(props: { state: AlertState }) {
  const { t } = useTranslation();
  return (
    <span className="kd-state" data-state={props.state}>
      <span className="kd-state-ring" aria-hidden="true" />
      <span>{t(`state/${props.state}`)}</span>
    </span>
  );
}

/** The product's shield. */
export function Shield(props: { size: number }) {
  return (
    <svg
      viewBox="0 0 32 32"
      width={props.size}
      height={props.size}
      aria-hidden="true"
      className="kd-shield"
    >
      <path
        d="M16 2.5 27 6.3v9.2c0 6.7-4.5 11.6-11 14-6.5-2.4-11-7.3-11-14V6.3z"
        fill="currentColor"
      />
      <path
        className="kd-cut"
        d="M10.5 12.5h11M10.5 17h3.2M18.3 17h3.2M12.5 21.5h7"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
    </svg>
  );
}
