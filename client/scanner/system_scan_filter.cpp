// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which scan filter this system has.
#include "client/scanner/qt_scan_filter.h"
#ifdef PRESSBOARD_XCB
#include "client/scanner/xcb_scan_filter.h"

#include <QGuiApplication>
#endif

namespace pressboard::client {

std::unique_ptr<ScanFilter> ScanFilter::ofSystem()
{
#ifdef PRESSBOARD_XCB
    const auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    if (x11 != nullptr && x11->connection() != nullptr) {
        auto filter = std::make_unique<XcbScanFilter>(x11->connection());
        if (filter->isAble())
            return filter;
    }
#endif
    return std::make_unique<QtScanFilter>();
}

} // namespace pressboard::client
