/** What a workstation's browsers are told. */
export interface BrowserPolicyPlan {
  /** Chromium id: 32 letters a-p. */
  readonly extensionId: string;
  readonly updateUrl: string;
  readonly serverUrl: string;
  /** For extensions that cannot reach an agent; absent = the agent is their way. */
  readonly extensionToken?: string;
  /** Program the browser starts for native messaging, and what it is given. */
  readonly nativeHost: {
    readonly launcherPath: string;
    readonly command: readonly string[];
  };
}

export interface BrowserPolicyResult {
  /** Files written or removed. */
  readonly files: readonly string[];
  /** Browsers that were served. */
  readonly browsers: readonly string[];
}

/** Managed browser policy: force-installs the extension, configures it, registers the native messaging host. */
export interface BrowserPolicy {
  readonly supportsManagedPolicy: boolean;
  /** Throws when the files cannot be written (not root). */
  apply(plan: BrowserPolicyPlan): Promise<BrowserPolicyResult>;
  remove(): Promise<BrowserPolicyResult>;
}
