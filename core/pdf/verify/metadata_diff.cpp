// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/revision_diff.h"

#include <QXmlStreamReader>

#include <algorithm>

namespace andu::pdf::verify {

namespace {

constexpr std::size_t MaxFacts = 3000;

/// Facts that every writer renews.
const std::set<std::string> RenewedKeys{ "ModDate", "Producer", "Creator" };
const std::set<QString> RenewedProperties{
    QStringLiteral("ModifyDate"),     QStringLiteral("MetadataDate"),
    QStringLiteral("Producer"),       QStringLiteral("CreatorTool"),
    QStringLiteral("xmptk"),          QStringLiteral("DocumentID"),
    QStringLiteral("InstanceID"),     QStringLiteral("VersionID"),
    QStringLiteral("History"),        QStringLiteral("OriginalDocumentID"),
    QStringLiteral("RenditionClass"), QStringLiteral("format"),
    QStringLiteral("part"),           QStringLiteral("conformance"),
    QStringLiteral("DerivedFrom"),
};

bool isStructural(QStringView name)
{
    return name == u"RDF" || name == u"Description" || name == u"xmpmeta" || name == u"Seq"
        || name == u"Bag" || name == u"Alt" || name == u"li";
}

/// Texts of an XMP packet with the property each stands in, sorted; nullopt when it is no XML.
std::optional<std::vector<std::pair<QString, QString>>> factsOf(const std::string &packet)
{
    std::vector<std::pair<QString, QString>> facts;
    QXmlStreamReader reader(QByteArray(packet.data(), static_cast<qsizetype>(packet.size())));
    QStringList path;
    const auto take = [&](const QString &property, const QString &text) {
        if (!text.isEmpty() && facts.size() < MaxFacts) {
            facts.emplace_back(property, text);
        }
    };
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::StartElement) {
            path.append(isStructural(reader.name()) ? QString() : reader.name().toString());
            for (const QXmlStreamAttribute &attribute : reader.attributes()) {
                if (!isStructural(attribute.name()) && attribute.name() != u"about"
                    && attribute.name() != u"lang" && attribute.name() != u"parseType") {
                    take(attribute.name().toString(), attribute.value().trimmed().toString());
                }
            }
        } else if (token == QXmlStreamReader::EndElement) {
            path.removeLast();
        } else if (token == QXmlStreamReader::Characters) {
            QString property;
            for (const QString &name : path) {
                property = name.isEmpty() || RenewedProperties.contains(property) ? property : name;
            }
            take(property, reader.text().trimmed().toString());
        } else if (token == QXmlStreamReader::DTD || token == QXmlStreamReader::EntityReference) {
            return std::nullopt;
        }
    }
    if (reader.hasError() || facts.size() >= MaxFacts) {
        return std::nullopt;
    }
    std::sort(facts.begin(), facts.end());
    return facts;
}

std::string trimmedPacket(std::string packet)
{
    while (!packet.empty() && isSpace(packet.back())) {
        packet.pop_back();
    }
    return packet;
}

} // namespace

bool isHarmlessXmpChange(const std::string &then,
                         const std::string &now,
                         const std::vector<std::string> &knownTexts)
{
    const auto before = factsOf(trimmedPacket(then));
    const auto after = factsOf(trimmedPacket(now));
    if (!after || (!before && !then.empty())) {
        return false;
    }
    const auto isKept = [&](const auto &fact) {
        return RenewedProperties.contains(fact.first)
            || std::any_of(after->begin(), after->end(), [&](const auto &other) {
                   return other.second == fact.second;
               });
    };
    if (before && !std::all_of(before->begin(), before->end(), isKept)) {
        return false;
    }
    return std::all_of(after->begin(), after->end(), [&](const auto &fact) {
        const bool isKnown = before && std::binary_search(before->begin(), before->end(), fact);
        const std::string text = fact.second.toStdString();
        return isKnown || RenewedProperties.contains(fact.first)
            || std::find(knownTexts.begin(), knownTexts.end(), text) != knownTexts.end();
    });
}

void RevisionDiff::compareMetadata(const Value &then, const Value &now)
{
    if (then.isNull() && now.isNull()) {
        return;
    }
    if (sameValue(then, now) && (!then.isRef() || !isChanged(then.number))) {
        return;
    }
    const ValuePtr before = m_then.follow(then);
    const ValuePtr after = m_now.follow(now);
    if (!after->isStream()) {
        forbid(ChangeCode::MetadataRemoved);
        return;
    }
    const auto textThen = before->isStream() ? m_then.decoded(*before, then.ref())
                                             : std::optional<std::string>(std::string());
    const auto textNow = m_now.decoded(*after, now.ref());
    std::vector<std::string> known;
    const ValuePtr info = m_then.follow(m_then.trailer(), "Info");
    for (std::size_t i = 0; info->isDict() && i < info->entryCount(); ++i) {
        const ValuePtr text = m_then.follow(info->entry(i));
        known.push_back(QString::fromStdString(utf8Of(text->text)).trimmed().toStdString());
    }
    const bool isSame = textThen && textNow && *textThen == *textNow;
    if (!isSame && (!textThen || !textNow || !isHarmlessXmpChange(*textThen, *textNow, known))) {
        forbid(ChangeCode::MetadataChanged);
    } else if (!isSame) {
        allow(ChangeCode::MetadataRenewed);
    }
}

void RevisionDiff::compareInfo()
{
    const Value &then = m_then.trailer().at("Info");
    const Value &now = m_now.trailer().at("Info");
    const ValuePtr before = m_then.follow(then);
    const ValuePtr after = m_now.follow(now);
    if (after->isNull() || (sameValue(*before, *after) && sameValue(then, now))) {
        return;
    }
    bool isRenewed = false;
    for (std::size_t i = 0; before->isDict() && i < before->entryCount(); ++i) {
        const std::string &key = before->key(i);
        if (!after->has(key) && !RenewedKeys.contains(key)) {
            forbid(ChangeCode::InformationRemoved, { key });
        }
    }
    for (std::size_t i = 0; after->isDict() && i < after->entryCount(); ++i) {
        const std::string &key = after->key(i);
        const ValuePtr left = m_then.follow(*before, key);
        const ValuePtr right = m_now.follow(after->entry(i));
        if (sameValue(*left, *right)
            || (left->isString() && right->isString()
                && utf8Of(left->text) == utf8Of(right->text))) {
            continue;
        }
        if (!RenewedKeys.contains(key) && !(left->isNull() && key == "CreationDate")) {
            forbid(ChangeCode::InformationChanged, { key });
        } else {
            isRenewed = true;
        }
    }
    if (isRenewed) {
        allow(ChangeCode::InformationRenewed);
    }
}

} // namespace andu::pdf::verify
