/** What happened, told by id after commit; who needs more reads the row. */
export type LiveNotice =
  | { readonly kind: 'alerts.changed'; readonly alertIds: readonly string[] }
  | { readonly kind: 'endpoint.changed'; readonly endpointId: string }
  | { readonly kind: 'endpoint.revoked'; readonly endpointId: string }
  | { readonly kind: 'policy.published' }
  | { readonly kind: 'session.ended'; readonly sessionId: string };

/** Fan-out to all live sockets, on all nodes where there are several. */
export interface LiveBus {
  publish(notice: LiveNotice): void;
  /** Answers how to stop. A listener must not throw. */
  subscribe(listener: (notice: LiveNotice) => void): () => void;
}
