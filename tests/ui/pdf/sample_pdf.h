// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace andu::test {

/// An official letter of some pages, drawn with Qt: the last page ends with organ and date.
[[nodiscard]] QByteArray officialLetter(int pages);
/// Numbered pages with a line of text each.
[[nodiscard]] QByteArray manyPages(int pages);
/// One page with text, check box and choice fields, written by hand.
[[nodiscard]] QByteArray formPdf();
/// One page with an outline, a web link and an inner link, written by hand.
[[nodiscard]] QByteArray linkedPdf();
/// What `qpdf` makes of a document: encrypted so that @p password opens it.
[[nodiscard]] QByteArray encrypted(const QByteArray &pdf, const QString &password);

} // namespace andu::test
