// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/toasts/native_toasts.h"

namespace pressboard::client {

namespace {

class NoNativeToasts final : public NativeToasts
{
public:
    bool isAvailable() const override { return false; }
    void show(const Toast &toast) override { Q_EMIT dropped(toast); }
    void withdraw(const QString &) override { }
};

} // namespace

std::unique_ptr<NativeToasts> NativeToasts::ofSystem()
{
    return std::make_unique<NoNativeToasts>();
}

} // namespace pressboard::client
