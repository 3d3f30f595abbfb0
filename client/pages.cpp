// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/pages.h"

#include "client/widgets/board_page.h"
#include "client/widgets/main_window.h"

namespace pressboard::client {

Pages::Pages(MainWindow &window, const Theme &theme, const Store &store, Board &board)
    : m_board(new BoardPage(theme, store, board))
{
    window.addPage(m_board); // Ctrl+1
}

} // namespace pressboard::client
