import type { Explanation } from '@kedun/shared/contracts/finding';

export interface ScoreBar {
  readonly part: string;
  readonly term: string | null;
  readonly points: number;
  /** Where the bar lies on a scale from `min` to `max`, in percent. */
  readonly left: number;
  readonly width: number;
}

export interface ScoreChart {
  readonly bars: readonly ScoreBar[];
  readonly sum: number;
  /** Where zero lies, in percent. */
  readonly zero: number;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * Lays the parts of a score out as a waterfall: each bar starts where the one before ended, so that one sees how the
 * sum came about. The scale always holds 0 and 1.
 */
export function scoreChart(score: Explanation['score']): ScoreChart {
  let sum = 0;
  const steps = score.map(({ part, points, term }) => {
    const from = sum;
    sum = round(sum + points);
    return {
      part,
      points,
      term: term ?? null,
      low: Math.min(from, sum),
      high: Math.max(from, sum),
    };
  });
  const min = Math.min(0, ...steps.map((step) => step.low));
  const max = Math.max(1, ...steps.map((step) => step.high));
  const percent = (value: number): number => round(((value - min) / (max - min)) * 100);
  return {
    bars: steps.map(({ low, high, ...step }) => ({
      ...step,
      left: percent(low),
      width: round(percent(high) - percent(low)),
    })),
    sum,
    zero: percent(0),
  };
}

/** `+0.45`, `−0.10`; a true minus sign, so that both are of one width. */
export function pointsText(points: number): string {
  return `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(2)}`;
}

/** A confidence as a whole percentage, rounded down: never stronger than it is. */
export function percentText(confidence: number): string {
  return `${Math.floor(confidence * 100 + 1e-9)}%`;
}
