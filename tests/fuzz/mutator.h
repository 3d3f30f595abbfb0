// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QRandomGenerator>

namespace pressboard::test {

/// Changes bytes at random, a little at a time, from a few that are worth it.
class Mutator
{
public:
    Mutator(QList<QByteArray> corpus, quint32 seed);

    QByteArray next();

private:
    void change(QByteArray &bytes);
    QByteArray piece();
    qsizetype place(const QByteArray &bytes);

    QList<QByteArray> m_corpus;
    QRandomGenerator m_random;
};

} // namespace pressboard::test
