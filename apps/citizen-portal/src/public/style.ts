// SPDX-License-Identifier: EUPL-1.2
import '@motcua/ui/styles.css';
import './portal.css';
