// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/receipts/receipt_book.h"

#include <QByteArray>

namespace pressboard::client {

/// The receipts on disk, of one server and access code: what was confirmed here is told also if
/// the PC was switched off before the server could hear it. A file that is torn, or somebody
/// else's, counts as none.
class ReceiptFile
{
public:
    /// `key`: whose they are, as a cache's.
    ReceiptFile(QString path, QByteArray key);

    ReceiptBook load() const;
    /// All at once; false when the disk did not take it.
    bool save(const ReceiptBook &book) const;

private:
    QString m_path;
    QByteArray m_key;
};

} // namespace pressboard::client
