import type { EndpointListResponse, EndpointSummary } from '@kedun/shared/contracts/api/fleet';

/** Replaces the endpoint in its place; a new one comes first. */
export function mergeEndpoint(
  list: EndpointListResponse,
  endpoint: EndpointSummary,
): EndpointListResponse {
  const known = list.endpoints.some((each) => each.id === endpoint.id);
  return {
    ...list,
    endpoints: known
      ? list.endpoints.map((each) => (each.id === endpoint.id ? endpoint : each))
      : [endpoint, ...list.endpoints],
  };
}
