// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/rich_text.h"

#include "core/base/literals.h"

#include <QRegularExpression>
#include <QUrl>

namespace andu::ui {

SafeBrowser::SafeBrowser(QWidget *parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QVariant SafeBrowser::loadResource(int, const QUrl &)
{
    return {};
}

QSize SafeBrowser::sizeHint() const
{
    return { 400, int(document()->size().height()) + 8 };
}

void SafeBrowser::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    setFixedHeight(std::clamp(int(document()->size().height()) + 12, 40, 1200));
}

QWidget *makeRichText(const QString &html, const Theme &theme)
{
    auto *browser = new SafeBrowser;
    browser->setStyleSheet(u"background: transparent; border: none; padding: 0;"_s);
    QString text = html.left(2'000'000);
    if (theme.isDark()) {
        // Colours of the page are made for white paper.
        static const QRegularExpression colours(u"(background-)?color\\s*:[^;\"']*"_s);
        text.remove(colours);
    }
    browser->setHtml(text);
    return browser;
}

} // namespace andu::ui
