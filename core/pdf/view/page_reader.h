// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/secure_bytes.h"
#include "core/pdf/form_fields.h"
#include "core/pdf/view/content.h"
#include "core/pdf/view/text_layer.h"

#include <QImage>
#include <QSizeF>

#include <atomic>

namespace Poppler {
class Document;
}

namespace andu::pdf::view {

struct OutlineEntry
{
    QString title;
    std::optional<int> page;
    bool isOpen = false;
    QList<OutlineEntry> children;
};

/// What a click on an area does. Hostile: shown before it is followed.
struct PageLink
{
    QRectF areaPt;
    std::optional<int> page;
    QString url;
};

/// Where a form field is shown and what it takes.
struct FormWidget
{
    QRectF areaPt;
    QString name; ///< Fully qualified.
    FieldKind kind = FieldKind::Unknown;
    QString value;
    QStringList choices; ///< Shown texts.
    QStringList exportValues; ///< As stored; same length as choices.
    std::optional<int> maxLength;
    bool isChecked = false;
    bool isReadOnly = false;
    bool isMultiline = false;
    bool isEditable = false; ///< A choice that takes other text.
};

struct PageDetails
{
    TextLayer text;
    QList<PageLink> links;
    QList<FormWidget> widgets;
};

/// What is known of a document before any page is drawn.
struct DocumentFacts
{
    QList<QSizeF> pageSizesPt; ///< As displayed.
    QList<OutlineEntry> outline;
    QString title;
    QString version;
    qint64 sizeBytes = 0;
    bool isEncrypted = false;
    bool mayPrint = true;
    bool mayCopy = true;
    bool mayFill = true;
    bool hasForm = false;
    bool hasXfa = false;
    bool wasRepaired = false; ///< The cross-reference table had to be rebuilt.
};

/// How a picture of a page is wanted.
struct RenderOptions
{
    double scale = 1.0; ///< Pixels per point.
    int rotation = 0; ///< Quarter turns clockwise.
    QRect region; ///< In pixels of the rotated page; null: the whole page.
    bool isPrint = false;
};

/// One Poppler document over one device. Belongs to one thread at a time.
class PageReader
{
public:
    /// WrongKey when a password is needed or wrong, BadInput when the file is no readable PDF.
    [[nodiscard]] static Result<std::unique_ptr<PageReader>>
    open(const Content &content, const crypto::SecureBytes *password);
    ~PageReader();
    PageReader(const PageReader &) = delete;
    PageReader &operator=(const PageReader &) = delete;

    [[nodiscard]] int pageCount() const;
    [[nodiscard]] DocumentFacts facts() const;
    /// Null when aborted or when the page is damaged.
    [[nodiscard]] QImage
    render(int page, const RenderOptions &options, const std::atomic_bool *abort) const;
    [[nodiscard]] TextLayer text(int page) const;
    [[nodiscard]] PageDetails details(int page) const;

private:
    PageReader() = default;

    std::unique_ptr<QIODevice> m_device; ///< Outlives the document.
    std::unique_ptr<Poppler::Document> m_document;
};

/// Opens and reads the facts; blocking.
[[nodiscard]] Result<DocumentFacts> readFacts(const Content &content,
                                              const crypto::SecureBytes *password);

} // namespace andu::pdf::view
