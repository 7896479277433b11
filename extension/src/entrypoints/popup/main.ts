import { createPopupPlatform } from '../../platform/popup.ts';
import { showPopup } from '../../ui/popup.ts';

void showPopup(createPopupPlatform());
