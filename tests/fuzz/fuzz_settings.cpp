// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/settings/settings.h"
#include "client/settings/settings_transfer.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdlib>

using namespace pressboard;
using namespace pressboard::client;

/// A settings file, as somebody's hand, another version or a rolled-out one may have left it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const QTemporaryDir folder;
    static quint64 number = 0; // QSettings remembers files by their name
    const QString path = folder.filePath(QString::number(++number));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        std::abort();
    file.write(reinterpret_cast<const char *>(bytes), qint64(size));
    file.close();
    const auto cargo = SettingsTransfer::load(path);
    if (!cargo && cargo.error().message.isEmpty())
        std::abort();
    {
        Settings settings(path);
        settings.setNoticesReadUntil({1, 0});
    }
    for (const QString &left : {path, path + QStringLiteral(".broken")})
        QFile::remove(left);
    return 0;
}
