// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/theme/tokens.h"

namespace pressboard::client {

namespace {

// bg surface hover line hair control · text text2 text3 · red onRed · orange orangeLine ·
// green dot · blue select · ink onInk · bars. Text tokens keep 4.5:1 on bg, surface, hover and
// select.

const Tokens light{
    0xF3F3F1, 0xFFFFFF, 0xF7F7F5, 0xE2E2DF, 0xEFEFEC, 0x8A8A85, //
    0x1B1C1E, 0x55575C, 0x686A6F, //
    0xC4281E, 0xFFFFFF, //
    0x994A00, 0xC46A12, //
    0x1A7C43, 0x1F9D55, //
    0x2563D9, 0xE7EFFD, //
    0x26282B, 0xFFFFFF, //
    0x3E4045, 0x8B8E94, 0xD2D3D0,
};

const Tokens dark{
    0x121315, 0x1A1C1F, 0x212428, 0x2D3035, 0x24272B, 0x6E737B, //
    0xECEDEF, 0xAEB2B9, 0x949AA3, //
    0xD1372B, 0xFFFFFF, //
    0xF0A860, 0xB9792F, //
    0x55C98D, 0x3FBF7F, //
    0x6FA8FF, 0x1D2B45, //
    0xE4E5E8, 0x17181A, //
    0xD5D7DB, 0x7F848C, 0x3F434A,
};

const Tokens lightStale{
    0xEAEAE8, 0xF0F0EE, 0xEAEAE8, 0xD8D8D5, 0xE4E4E1, 0x83837F, //
    0x4E5054, 0x5C5E63, 0x626469, //
    0x64666B, 0xFFFFFF, //
    0x4E5054, 0x808388, //
    0x5C5E63, 0x808388, //
    0x808388, 0xE2E2E0, //
    0x5C5E63, 0xFFFFFF, //
    0x5C5E63, 0x9A9CA0, 0xCFCFCC,
};

const Tokens darkStale{
    0x161719, 0x1B1C1E, 0x212224, 0x2C2D30, 0x252628, 0x6C6E73, //
    0xA9ABB0, 0x9A9CA2, 0x909298, //
    0x5A5C61, 0xFFFFFF, //
    0xA9ABB0, 0x6C6E73, //
    0x9A9CA2, 0x7A7C81, //
    0x7A7C81, 0x26282B, //
    0xA9ABB0, 0x17181A, //
    0xA9ABB0, 0x6C6E73, 0x3A3C40,
};

} // namespace

const Tokens &tokensFor(bool isDark, bool isStale)
{
    if (isStale)
        return isDark ? darkStale : lightStale;
    return isDark ? dark : light;
}

} // namespace pressboard::client
