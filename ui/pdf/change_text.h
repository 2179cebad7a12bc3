// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace andu::ui {

/// A sentence of the verifier in the person's language; one that is not known stays as it is.
[[nodiscard]] QString changeText(const QString &english);
/// The same from the sentence with %1 and %2 and what stands there.
[[nodiscard]] QString sentenceText(const char *sentence, const QStringList &parameters);

} // namespace andu::ui
