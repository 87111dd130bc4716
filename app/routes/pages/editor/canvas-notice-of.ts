import { privacyNoticeOf } from "~/domain/workspaces/privacy-notice-of";
import { missingPrivacySettings, type PrivacySettings } from "~/domain/workspaces/privacy-settings";
import type { CanvasNotice } from "~builder/editor/canvas-notice";

export const canvasNoticeOf = (settings: PrivacySettings): CanvasNotice =>
  missingPrivacySettings(settings).length > 0 ? "missing" : privacyNoticeOf(settings);
