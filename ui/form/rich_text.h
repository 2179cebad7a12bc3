// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QTextBrowser>

namespace andu::ui {

/// HTML of a form or a document shown as text: nothing is loaded from anywhere, links do not open.
class SafeBrowser final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit SafeBrowser(QWidget *parent = nullptr);
    QVariant loadResource(int type, const QUrl &name) override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
};

[[nodiscard]] QWidget *makeRichText(const QString &html, const Theme &theme);

} // namespace andu::ui
