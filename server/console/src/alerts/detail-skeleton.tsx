const FACT_WIDTHS = [38, 52, 44, 60, 36, 48];

/** The detail before it is there: title, sentence, rule, findings, facts. */
export function DetailSkeleton() {
  return (
    <div className="kd-detail-bones" aria-hidden="true">
      <i className="kd-bone" style={{ width: '46%', height: 20 }} />
      <i className="kd-bone" style={{ width: '92%', height: 14 }} />
      <i className="kd-bone" style={{ width: '68%', height: 14 }} />
      <i className="kd-bone" style={{ width: '52%', height: 24 }} />
      <i className="kd-bone" style={{ width: '100%', height: 96 }} />
      <i className="kd-bone" style={{ width: '100%', height: 132 }} />
      {FACT_WIDTHS.map((width) => (
        <i key={width} className="kd-bone" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
