// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/import/import_file.h"

#include <cstdlib>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::server::ctl;

namespace {

struct Read
{
    qsizetype orders;
    QStringList problems;
    QStringList oddities;
    bool operator==(const Read &) const = default;
};

Read read(const QList<QByteArray> &pieces, ImportFile::Reading reading)
{
    static const ReadingRules rules(QTimeZone("Asia/Shanghai"));
    ImportFile file(QStringLiteral("file"), rules, reading);
    for (const QByteArray &piece : pieces)
        file.feed(piece);
    file.finish();
    return {file.orders().size(), file.problems(), file.oddities()};
}

} // namespace

/// A file to import: however it is cut into pieces, it is the same file; and what the strict
/// reading takes, the kind one takes, too.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    using Reading = ImportFile::Reading;
    const QByteArray input(reinterpret_cast<const char *>(bytes), qsizetype(size));
    const Read whole = read({input}, Reading::Kind);
    const QByteArray half = input.left(input.size() / 2);
    if (read({half, input.sliced(half.size())}, Reading::Kind) != whole)
        std::abort();
    const Read strict = read({input}, Reading::Strict);
    if (strict.problems.isEmpty() && (!whole.problems.isEmpty() || strict.orders != whole.orders))
        std::abort();
    return 0;
}
