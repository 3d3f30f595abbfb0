// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace pressboard::client {

class Store;

/// The two ways an order leaves the read-only board: as a sentence for a chat, and as a page of
/// the CRM.
class OrderLinks
{
public:
    /// `store` must outlive it.
    explicit OrderLinks(const Store &store);

    void copy(qint64 orderId) const;
    void openInCrm(qint64 orderId) const;
    /// The shop's order_url with {order_id} and {order_no} filled in; empty when there is none or
    /// it is no web address.
    QUrl crmUrl(qint64 orderId) const;

private:
    const Store &m_store;
};

} // namespace pressboard::client
