// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/attachment_rules.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/forms/values.h"

#include <QHash>
#include <QRegularExpression>

namespace andu::forms {

namespace {

QStringList endingsOf(const QString &kind)
{
    static const QHash<QString, QStringList> table{
        { u"word"_s, { u"doc"_s, u"docx"_s, u"dot"_s, u"dotx"_s, u"wps"_s } },
        { u"excel"_s, { u"xls"_s, u"xlsx"_s, u"xlsm"_s, u"xlt"_s, u"xltx"_s, u"et"_s } },
        { u"ppt"_s, { u"ppt"_s, u"pptx"_s, u"pot"_s, u"potx"_s, u"dps"_s } },
        { u"txt"_s, { u"txt"_s } },
        { u"pic"_s,
          { u"jpg"_s,
            u"jpeg"_s,
            u"png"_s,
            u"gif"_s,
            u"bmp"_s,
            u"webp"_s,
            u"svg"_s,
            u"tif"_s,
            u"tiff"_s } },
        { u"pdf"_s, { u"pdf"_s } },
        { u"zip"_s, { u"zip"_s, u"rar"_s, u"7z"_s, u"gz"_s, u"tar"_s } },
        { u"audio"_s, { u"mp3"_s, u"wav"_s, u"wma"_s, u"m4a"_s, u"aac"_s, u"amr"_s, u"ogg"_s } },
        { u"video"_s, { u"mp4"_s, u"avi"_s, u"wmv"_s, u"mov"_s, u"mkv"_s, u"flv"_s, u"mpg"_s } },
    };
    return table.value(kind);
}

bool isAllowed(const QJsonObject &json, QLatin1StringView key)
{
    const QJsonValue flag = json.value(key);
    return flag.isUndefined() || isYes(flag);
}

double numberOf(const Module &module, QLatin1StringView key)
{
    return leadingNumber(scalarText(module.json, key)).value_or(0);
}

} // namespace

AttachmentRights attachmentRights(const Module &module, bool isReadonly)
{
    const bool isClosed = isReadonly || isYes(module.json.value("readonly"_L1));
    AttachmentRights rights;
    rights.mayUpload = !isClosed && isAllowed(module.json, "isUpload"_L1);
    rights.mayDelete = !isClosed && isAllowed(module.json, "isDelete"_L1);
    rights.mayReplace = !isClosed && isAllowed(module.json, "isReplace"_L1);
    rights.mayDownload = isAllowed(module.json, "isDownload"_L1);
    return rights;
}

QStringList acceptedEndings(const Module &module)
{
    QStringList endings;
    const QStringList kinds = json::texts(module.json, "attachmentExtType"_L1);
    for (const QString &kind : kinds) {
        endings += endingsOf(kind);
    }
    if (kinds.contains(u"other"_s)) {
        static const QRegularExpression separators(u"[,，;；|\\s]+"_s);
        const QString others = json::text(module.json, "attachmentExtOtherType"_L1).toLower();
        for (QString ending : others.split(separators, Qt::SkipEmptyParts)) {
            endings.append(ending.remove(u'.').remove(u'*'));
        }
    }
    return endings;
}

std::optional<QString> attachmentRefusal(const Module &module, int present, const FileOffer &file)
{
    const int most = int(numberOf(module, "attachmentCount"_L1));
    if (most > 0 && present >= most) {
        return u"您最多只允许上传 %1 个附件"_s.arg(most);
    }
    const double mostMb = numberOf(module, "attachmentSize"_L1);
    if (mostMb > 0 && double(file.sizeBytes) > mostMb * 1024 * 1024) {
        return u"附件大小不能超过 %1 MB"_s.arg(scriptNumber(mostMb));
    }
    const QStringList endings = acceptedEndings(module);
    const QString ending = file.name.section(u'.', -1).toLower();
    if (!endings.isEmpty() && !endings.contains(ending)) {
        return u"不允许上传 %1 类型的附件"_s.arg(ending);
    }
    return std::nullopt;
}

} // namespace andu::forms
