// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/placeholder.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "ui/form/attachment_editor.h"
#include "ui/form/text_block.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPaintEvent>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace andu::ui {

using forms::ModuleKind;

namespace {

constexpr qsizetype MaxShownValue = 500;
constexpr qsizetype MaxPictureBytes = 4 * 1024 * 1024;
constexpr int MaxPictureSide = 4000;

struct TypeName
{
    QLatin1StringView prefix;
    const char *text;
};

constexpr TypeName TypeNames[] = {
    { "office"_L1, QT_TRANSLATE_NOOP("andu::ui::Placeholder", "office document") },
    { "iweboffice"_L1, QT_TRANSLATE_NOOP("andu::ui::Placeholder", "office document") },
    { "wpsoffice"_L1, QT_TRANSLATE_NOOP("andu::ui::Placeholder", "office document") },
    { "yozooffice"_L1, QT_TRANSLATE_NOOP("andu::ui::Placeholder", "office document") },
    { "onlyoffice"_L1, QT_TRANSLATE_NOOP("andu::ui::Placeholder", "office document") },
    { "libreoffice"_L1, QT_TRANSLATE_NOOP("andu::ui::Placeholder", "office document") },
    { "view"_L1, QT_TRANSLATE_NOOP("andu::ui::Placeholder", "list from the server") },
    { "statement"_L1, QT_TRANSLATE_NOOP("andu::ui::Placeholder", "list from the server") },
    { "source"_L1, QT_TRANSLATE_NOOP("andu::ui::Placeholder", "data from another system") },
    { "subsource"_L1, QT_TRANSLATE_NOOP("andu::ui::Placeholder", "data from another system") },
    { "subform"_L1, QT_TRANSLATE_NOOP("andu::ui::Placeholder", "sub-form") },
    { "stat"_L1, QT_TRANSLATE_NOOP("andu::ui::Placeholder", "statistics") },
    { "iframe"_L1, QT_TRANSLATE_NOOP("andu::ui::Placeholder", "web page") },
    { "image"_L1, QT_TRANSLATE_NOOP("andu::ui::Placeholder", "picture") },
    { "writingboard"_L1, QT_TRANSLATE_NOOP("andu::ui::Placeholder", "handwriting") },
    { "officeonline"_L1, QT_TRANSLATE_NOOP("andu::ui::Placeholder", "office document") },
    { "pdfview"_L1, QT_TRANSLATE_NOOP("andu::ui::Placeholder", "page view") },
    { "ofdview"_L1, QT_TRANSLATE_NOOP("andu::ui::Placeholder", "page view") },
    { "foxit"_L1, QT_TRANSLATE_NOOP("andu::ui::Placeholder", "page view") },
    { "tree"_L1, QT_TRANSLATE_NOOP("andu::ui::Placeholder", "tree") },
};

/// Files that a viewer or an office control of the web client shows.
QList<Attachment> filesOf(const FormContext &context, const forms::Module &module)
{
    QList<Attachment> files;
    if (!module.is(ModuleKind::Remote)) {
        return files;
    }
    const bool isOffice = module.type.contains("office"_L1, Qt::CaseInsensitive);
    for (const Attachment &file : context.host.attachments()) {
        if (file.site == siteOf(module) || (isOffice && file.site == "$doc"_L1)) {
            files.append(file);
        }
    }
    return files;
}

} // namespace

QString moduleTypeText(const forms::Module &module)
{
    for (const TypeName &name : TypeNames) {
        if (module.type.startsWith(name.prefix, Qt::CaseInsensitive)) {
            return Placeholder::tr(name.text);
        }
    }
    return module.type.left(60);
}

Placeholder::Placeholder(const FormContext &context, const forms::Module &module)
    : m_look(context.look)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setObjectName(u"placeholder:"_s + module.id);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(m_look.px(12), m_look.px(8), m_look.px(12), m_look.px(8));
    layout->setSpacing(m_look.px(4));
    const QString name = (module.label.isEmpty() ? module.id : module.label).left(200);
    TextLook title{ m_look.font(TypeStep::Base), m_look.colour(Token::Text2), {}, {}, 0 };
    const QList<Attachment> files = filesOf(context, module);
    const QString words = files.isEmpty()
        ? tr("“%1” (%2) is shown in the browser only. What it holds is kept as it is.")
        : tr("“%1” (%2): its files open here; they are edited in the browser.");
    layout->addWidget(new TextBlock(words.arg(name, moduleTypeText(module)), title));
    for (const Attachment &file : files) {
        layout->addWidget(makeFile(context, file));
    }
    const QString text = context.session.shown(module.id).left(MaxShownValue);
    if (!text.isEmpty()) {
        TextLook value{ m_look.font(TypeStep::Base), m_look.colour(Token::Text), {}, {}, 0 };
        layout->addWidget(new TextBlock(text, value));
    }
    if (m_look.isPaper()) {
        return;
    }
    auto *open = new QPushButton(tr("Open in browser"));
    open->setObjectName(u"browser:"_s + module.id);
    open->setProperty("role", u"link"_s);
    open->setAccessibleName(tr("Open “%1” in the browser").arg(name));
    open->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    FormHost *host = &context.host;
    connect(open, &QPushButton::clicked, host, [host, id = module.id] {
        Q_EMIT host->browserWanted(id);
    });
    layout->addWidget(open);
}

QWidget *Placeholder::makeFile(const FormContext &context, const Attachment &file) const
{
    if (m_look.isPaper()) {
        const TextLook look{ m_look.font(TypeStep::Base), m_look.colour(Token::Text), {}, {}, 0 };
        return new TextBlock(file.name, look);
    }
    QString shown = file.name;
    auto *link
        = new QPushButton(m_look.theme().icon(fileIcon(file.name)), shown.replace(u'&', u"&&"_s));
    link->setObjectName(u"file:"_s + file.id.text());
    link->setProperty("role", u"link"_s);
    link->setAccessibleName(tr("Open “%1”").arg(file.name));
    link->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    FormHost *host = &context.host;
    connect(link, &QPushButton::clicked, host, [host, id = file.id.text()] {
        Q_EMIT host->previewWanted(id);
    });
    return link;
}

void Placeholder::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    paintPart(painter, event->rect());
}

void Placeholder::paintPart(QPainter &painter, const QRect &) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(m_look.colour(Token::Line2), 1, Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(m_look.colour(Token::Surface2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

QWidget *makePicture(const FormContext &context, const forms::Module &module)
{
    QString source = json::text(module.json.value("properties"_L1).toObject(), "src"_L1);
    if (source.isEmpty()) {
        source = json::text(module.json, "src"_L1);
    }
    static constexpr QLatin1StringView Prefix = "data:image/"_L1;
    const qsizetype comma = source.indexOf(","_L1);
    if (source.startsWith(Prefix) && comma > 0 && source.size() < MaxPictureBytes
        && !source.left(comma).contains("svg"_L1)) {
        const QImage image
            = QImage::fromData(QByteArray::fromBase64(source.mid(comma + 1).toLatin1()));
        if (!image.isNull() && image.width() <= MaxPictureSide
            && image.height() <= MaxPictureSide) {
            auto *label = new QLabel;
            label->setPixmap(QPixmap::fromImage(image));
            label->setAccessibleName(module.label.isEmpty() ? module.id : module.label);
            return label;
        }
    }
    return new Placeholder(context, module);
}

} // namespace andu::ui
