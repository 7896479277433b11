import { Component, type ReactNode } from 'react';

import { CrashView } from './crash-view.tsx';

/** The last net: a bug in a view shows a coded way out instead of an empty page. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true };
  }

  override render(): ReactNode {
    return this.state.crashed ? <CrashView /> : this.props.children;
  }
}
