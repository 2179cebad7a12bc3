// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace andu {

// Qt 6.4 has the string literal operators in this namespace: u"…"_s, "…"_qba style bytes, "…"_L1.
using namespace Qt::Literals::StringLiterals;

} // namespace andu
