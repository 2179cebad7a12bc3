<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>andu::desktop::Application</name>
    <message>
        <source>Sign in to Andu</source>
        <translation>登录案牍</translation>
    </message>
</context>
<context>
    <name>andu::desktop::AttachmentDesk</name>
    <message>
        <source>This file has not been synced to this computer yet.</source>
        <translation>此文件还没有同步到这台电脑。</translation>
    </message>
    <message>
        <source>Choose the document to be sealed</source>
        <translation>选择要盖章的文件</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>保存文件</translation>
    </message>
    <message>
        <source>The file was saved.</source>
        <translation>文件已保存。</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>新版本</translation>
    </message>
    <message>
        <source>What is to become of the changed document?</source>
        <translation>修改后的文件如何处理？</translation>
    </message>
    <message>
        <source>“%1” belongs to “%2”.</source>
        <translation>“%1”属于“%2”。</translation>
    </message>
    <message>
        <source>Put back as the new version</source>
        <translation>作为新版本放回</translation>
    </message>
    <message>
        <source>Add as another file</source>
        <translation>另存为新附件</translation>
    </message>
    <message>
        <source>Save to a file …</source>
        <translation>保存为文件…</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>已删除 %1</translation>
    </message>
</context>
<context>
    <name>andu::desktop::Workplace</name>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>In the outbox: %1</source>
        <translation>已放入发件箱：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>重新登录</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>%1 的密码</translation>
    </message>
    <message>
        <source>Seals</source>
        <translation>印章</translation>
    </message>
    <message>
        <source>This upload was interrupted. What the server has of it is asked as soon as it can be reached.</source>
        <translation>这次上传中断了。连上服务器后会先查明它收到了什么。</translation>
    </message>
    <message>
        <source>This approval is not on this computer.</source>
        <translation>该审批不在本机。</translation>
    </message>
    <message>
        <source>Seals in files of an earlier version could not be taken over. They are still there.</source>
        <translation>旧版本文件中的印章未能转入，文件仍保留在原处。</translation>
    </message>
</context>
<context>
    <name>andu::ui::ActionBar</name>
    <message>
        <source>Keep draft</source>
        <translation>存草稿</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Write your opinion here</source>
        <translation>请在此处填写流程意见</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Handled offline; sent as soon as the network is back</source>
        <translation>离线办理，联网后自动送出</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>已阅</translation>
    </message>
    <message>
        <source>Send with “%1”?</source>
        <translation>按“%1”发送？</translation>
    </message>
    <message>
        <source>Handwritten opinion</source>
        <translation>手写意见</translation>
    </message>
    <message>
        <source>Remove the handwriting</source>
        <translation>去掉手写</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>常用语</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手写</translation>
    </message>
    <message>
        <source>Agreed.</source>
        <translation>同意。</translation>
    </message>
    <message>
        <source>Agreed; please proceed as planned.</source>
        <translation>同意，请按计划办理。</translation>
    </message>
    <message>
        <source>Please add the missing details.</source>
        <translation>请补充材料。</translation>
    </message>
    <message>
        <source>Not agreed.</source>
        <translation>不同意。</translation>
    </message>
    <message>
        <source>Keep this text as a phrase</source>
        <translation>把这段文字存为常用语</translation>
    </message>
    <message>
        <source>My phrases …</source>
        <translation>我的常用语…</translation>
    </message>
    <message>
        <source>My phrases</source>
        <translation>我的常用语</translation>
    </message>
    <message>
        <source>One phrase in each line, in the order of the menu</source>
        <translation>每行一条，按菜单中的顺序</translation>
    </message>
</context>
<context>
    <name>andu::ui::AddSealDialog</name>
    <message>
        <source> mm</source>
        <translation> 毫米</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Custody</source>
        <translation>保管</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Words below</source>
        <translation>下方文字</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Add a seal</source>
        <translation>添加印章</translation>
    </message>
    <message>
        <source>Drawn from data</source>
        <translation>按数据绘制</translation>
    </message>
    <message>
        <source>A picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Electronic seal (.esl)</source>
        <translation>电子印章（.esl）</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>圆形</translation>
    </message>
    <message>
        <source>Oval</source>
        <translation>椭圆形</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>方形</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>长方形</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>五角星</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Seals (*.esl *.png *.bmp *.jpg *.gif)</source>
        <translation>印章 (*.esl *.png *.bmp *.jpg *.gif)</translation>
    </message>
    <message>
        <source>Give the seal a name.</source>
        <translation>请填写印章名称。</translation>
    </message>
    <message>
        <source>Type the text of the seal.</source>
        <translation>请填写印章文字。</translation>
    </message>
    <message>
        <source>This file holds no seal that can be used.</source>
        <translation>此文件中没有可用的印章。</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Uses a day</source>
        <translation>每日次数</translation>
    </message>
    <message>
        <source>Emblem from a picture</source>
        <translation>图片中的徽记</translation>
    </message>
    <message>
        <source>Not limited</source>
        <translation>不限</translation>
    </message>
</context>
<context>
    <name>andu::ui::AttachmentEditor</name>
    <message numerus="yes">
        <source>At most %n files may be here.</source>
        <translation>
            <numerusform>此处最多允许 %n 个附件。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is not of an allowed type (%2).</source>
        <translation>“%1”不是允许的类型（%2）。</translation>
    </message>
    <message>
        <source>“%1” is larger than %2.</source>
        <translation>“%1”超过 %2。</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>or drop them here</source>
        <translation>或拖放到此处</translation>
    </message>
    <message>
        <source>No files</source>
        <translation>没有附件</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>不超过 %1</translation>
    </message>
    <message>
        <source>Open “%1”</source>
        <translation>打开“%1”</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove file</source>
        <translation>移除附件</translation>
    </message>
    <message>
        <source>Remove “%1” from this work?</source>
        <translation>从此事项中移除“%1”？</translation>
    </message>
    <message>
        <source>Allowed files (*.%1)</source>
        <translation>允许的文件 (*.%1)</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>需处理</translation>
    </message>
    <message>
        <source>The server did not take this file; the outbox says why.</source>
        <translation>服务器没有接收此文件，原因见发件箱。</translation>
    </message>
</context>
<context>
    <name>andu::ui::BatchDialog</name>
    <message>
        <source>Seal and key…</source>
        <translation>印章和密钥…</translation>
    </message>
    <message>
        <source>Seal all</source>
        <translation>全部盖章</translation>
    </message>
    <message>
        <source>Verify all</source>
        <translation>全部验证</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Seal many files</source>
        <translation>批量盖章</translation>
    </message>
    <message>
        <source>Verify many files</source>
        <translation>批量验证</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Folder for the sealed files</source>
        <translation>盖章后文件的存放文件夹</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>添加文件夹</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 of %2 files, %3 without problems</source>
        <translation>已处理 %1 / %2 个文件，%3 个正常</translation>
    </message>
    <message>
        <source>Add the files or a folder.</source>
        <translation>请添加文件或文件夹。</translation>
    </message>
    <message>
        <source>Choose the seal and the key.</source>
        <translation>请选择印章和密钥。</translation>
    </message>
    <message>
        <source>Choose the folder for the sealed files.</source>
        <translation>请选择盖章后文件的存放文件夹。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>The folder cannot be written.</source>
        <translation>无法写入该文件夹。</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>已盖章</translation>
    </message>
    <message>
        <source>Was sealed before, left as it is</source>
        <translation>此前已盖章，未再处理</translation>
    </message>
    <message>
        <source>Not done: cancelled</source>
        <translation>未处理：已取消</translation>
    </message>
    <message>
        <source>Password of the file</source>
        <translation>文件密码</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Skip all</source>
        <translation>全部跳过</translation>
    </message>
    <message>
        <source>Sealed, without validation data: %1</source>
        <translation>已盖章，但未添加验证数据：%1</translation>
    </message>
    <message>
        <source>That password does not open it</source>
        <translation>密码不正确</translation>
    </message>
    <message>
        <source>Protected by a password</source>
        <translation>有密码保护</translation>
    </message>
    <message>
        <source>%1 is protected by a password.</source>
        <translation>%1 有密码保护。</translation>
    </message>
    <message>
        <source>Skipped: protected, no password was given</source>
        <translation>已跳过：有密码保护，未输入密码</translation>
    </message>
</context>
<context>
    <name>andu::ui::CertificateDialog</name>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Issued to</source>
        <translation>持有者</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>颁发者</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
</context>
<context>
    <name>andu::ui::ChangeWords</name>
    <message>
        <source>timestamp added: %1</source>
        <translation>新增时间戳：%1</translation>
    </message>
    <message>
        <source>signature added: %1</source>
        <translation>新增签章：%1</translation>
    </message>
    <message>
        <source>signature field added: %1</source>
        <translation>新增签章域：%1</translation>
    </message>
    <message>
        <source>field signed: %1</source>
        <translation>签署了域：%1</translation>
    </message>
    <message>
        <source>field filled: %1</source>
        <translation>填写了域：%1</translation>
    </message>
    <message>
        <source>page %1: annotation added (%2)</source>
        <translation>第 %1 页：新增批注（%2）</translation>
    </message>
    <message>
        <source>page %1: annotation removed</source>
        <translation>第 %1 页：删除了批注</translation>
    </message>
    <message>
        <source>page %1: annotation changed</source>
        <translation>第 %1 页：批注被更改</translation>
    </message>
    <message>
        <source>validation data added</source>
        <translation>添加了验证数据</translation>
    </message>
    <message>
        <source>metadata: dates and tool names renewed</source>
        <translation>元数据：更新了日期和软件名称</translation>
    </message>
    <message>
        <source>document information: dates and tool names renewed</source>
        <translation>文档信息：更新了日期和软件名称</translation>
    </message>
    <message>
        <source>structure tree extended</source>
        <translation>结构树有补充</translation>
    </message>
    <message>
        <source>catalog /%1 changed</source>
        <translation>文档目录 /%1 被更改</translation>
    </message>
    <message>
        <source>page %1: /%2 changed</source>
        <translation>第 %1 页：/%2 被更改</translation>
    </message>
    <message>
        <source>form /%1 changed</source>
        <translation>表单 /%1 被更改</translation>
    </message>
    <message>
        <source>field %1: /%2 changed</source>
        <translation>域 %1：/%2 被更改</translation>
    </message>
    <message>
        <source>structure tree /%1 changed</source>
        <translation>结构树 /%1 被更改</translation>
    </message>
    <message>
        <source>catalog /Perms /%1 changed</source>
        <translation>文档目录 /Perms /%1 被更改</translation>
    </message>
    <message>
        <source>document information /%1 changed</source>
        <translation>文档信息 /%1 被更改</translation>
    </message>
    <message>
        <source>document information /%1 was removed</source>
        <translation>文档信息 /%1 被删除</translation>
    </message>
    <message>
        <source>trailer /Root names another catalog</source>
        <translation>文件尾 /Root 指向了另一个文档目录</translation>
    </message>
    <message>
        <source>the catalog was removed</source>
        <translation>文档目录被删除</translation>
    </message>
    <message>
        <source>trailer /Encrypt changed</source>
        <translation>文件尾 /Encrypt 被更改</translation>
    </message>
    <message>
        <source>trailer /ID of an encrypted file changed</source>
        <translation>加密文件的 /ID 被更改</translation>
    </message>
    <message>
        <source>object %1 (/%2) appeared behind a signed reference</source>
        <translation>已签署的引用后面出现了对象 %1（/%2）</translation>
    </message>
    <message>
        <source>object %1 (/%2) was removed</source>
        <translation>对象 %1（/%2）被删除</translation>
    </message>
    <message>
        <source>object %1 (/%2) was replaced</source>
        <translation>对象 %1（/%2）被替换</translation>
    </message>
    <message>
        <source>object %1 may change, but also serves as /%2</source>
        <translation>对象 %1 允许更改，但同时用作 /%2</translation>
    </message>
    <message>
        <source>catalog /DSS was removed or is no dictionary</source>
        <translation>文档目录 /DSS 被删除或不是字典</translation>
    </message>
    <message>
        <source>catalog /DSS holds something that is no validation data</source>
        <translation>文档目录 /DSS 中有不属于验证数据的内容</translation>
    </message>
    <message>
        <source>catalog /Perms no longer names the certification</source>
        <translation>文档目录 /Perms 不再指向认证签章</translation>
    </message>
    <message>
        <source>catalog /Metadata was removed</source>
        <translation>文档目录 /Metadata 被删除</translation>
    </message>
    <message>
        <source>metadata changed</source>
        <translation>元数据被更改</translation>
    </message>
    <message>
        <source>catalog /StructTreeRoot changed</source>
        <translation>文档目录 /StructTreeRoot 被更改</translation>
    </message>
    <message>
        <source>structure tree: /%1 changed</source>
        <translation>结构树：/%1 被更改</translation>
    </message>
    <message>
        <source>structure tree: /%1 lost an entry</source>
        <translation>结构树：/%1 少了一项</translation>
    </message>
    <message>
        <source>the form was removed</source>
        <translation>表单被删除</translation>
    </message>
    <message>
        <source>the field tree has a field twice</source>
        <translation>域树中有重复的域</translation>
    </message>
    <message>
        <source>form /SigFlags lost a flag</source>
        <translation>表单 /SigFlags 少了标志</translation>
    </message>
    <message>
        <source>form /NeedAppearances was set: frozen values would be drawn anew</source>
        <translation>设置了表单 /NeedAppearances：已固定的值会被重新绘制</translation>
    </message>
    <message>
        <source>a default resource of the form changed</source>
        <translation>表单的默认资源被更改</translation>
    </message>
    <message>
        <source>form /XFA changed</source>
        <translation>表单 /XFA 被更改</translation>
    </message>
    <message>
        <source>the fields of the form got an entry that is no new signature field</source>
        <translation>表单的域中新增了不是签章域的项</translation>
    </message>
    <message>
        <source>the fields of the form lost an entry</source>
        <translation>表单的域少了一项</translation>
    </message>
    <message>
        <source>field %1 was removed</source>
        <translation>域 %1 被删除</translation>
    </message>
    <message>
        <source>field %1 changed although it is signed</source>
        <translation>域 %1 已签署却被更改</translation>
    </message>
    <message>
        <source>field %1 changed although the certification allows no changes</source>
        <translation>认证不允许更改，域 %1 却被更改</translation>
    </message>
    <message>
        <source>field %1 changed although the signature locks it</source>
        <translation>签章已锁定域 %1，却被更改</translation>
    </message>
    <message>
        <source>field %1 changed although a push button has no value</source>
        <translation>域 %1 是按钮，没有值，却被更改</translation>
    </message>
    <message>
        <source>field %1 was hidden or shown</source>
        <translation>域 %1 被隐藏或显示</translation>
    </message>
    <message>
        <source>field %1 /Ff changed</source>
        <translation>域 %1 的 /Ff 被更改</translation>
    </message>
    <message>
        <source>field %1 got a value that is no signature</source>
        <translation>域 %1 的值不是签章</translation>
    </message>
    <message>
        <source>field %1 got an appearance without a signature</source>
        <translation>域 %1 未签署却有了外观</translation>
    </message>
    <message>
        <source>a second field is named %1</source>
        <translation>有第二个名为 %1 的域</translation>
    </message>
    <message>
        <source>new field %1: only signature fields may be added</source>
        <translation>新域 %1：只能新增签章域</translation>
    </message>
    <message>
        <source>new field %1: its value is no signature</source>
        <translation>新域 %1：其值不是签章</translation>
    </message>
    <message>
        <source>new field %1: it shows an earlier signature again</source>
        <translation>新域 %1：重复显示先前的签章</translation>
    </message>
    <message>
        <source>new field %1: visible, after a certification</source>
        <translation>新域 %1：认证之后新增的可见域</translation>
    </message>
    <message>
        <source>new field %1: the certification allows no changes</source>
        <translation>新域 %1：认证不允许更改</translation>
    </message>
    <message>
        <source>new field %1: the signature locks it</source>
        <translation>新域 %1：签章已锁定</translation>
    </message>
    <message>
        <source>new field %1: it takes the place of another object</source>
        <translation>新域 %1：占用了其他对象的位置</translation>
    </message>
    <message>
        <source>new field %1: it brings an action</source>
        <translation>新域 %1：带有动作</translation>
    </message>
    <message>
        <source>new field %1: it draws something without being signed</source>
        <translation>新域 %1：未签署却绘制了内容</translation>
    </message>
    <message>
        <source>the form does not show this signature</source>
        <translation>表单中没有显示这个签章</translation>
    </message>
    <message>
        <source>the form does not show this signature any more</source>
        <translation>表单中不再显示这个签章</translation>
    </message>
    <message>
        <source>the signature is not part of the revision it signs</source>
        <translation>签章不在它所签署的版本之中</translation>
    </message>
    <message>
        <source>the signed bytes do not end with a revision</source>
        <translation>签署的内容没有在版本结尾处结束</translation>
    </message>
    <message>
        <source>the signed revision cannot be read</source>
        <translation>无法读取签署时的版本</translation>
    </message>
    <message>
        <source>there are too many signatures to compare all revisions</source>
        <translation>签章过多，无法比较所有版本</translation>
    </message>
    <message>
        <source>the signed cross-reference sections are left out at byte %1</source>
        <translation>字节 %1 处略过了已签署的交叉引用</translation>
    </message>
    <message>
        <source>cross-reference section out of order at byte %1</source>
        <translation>字节 %1 处的交叉引用次序错误</translation>
    </message>
    <message>
        <source>hybrid cross-reference section that says two things at byte %1</source>
        <translation>字节 %1 处的混合交叉引用前后不一</translation>
    </message>
    <message>
        <source>cross-reference section without its startxref at byte %1</source>
        <translation>字节 %1 处的交叉引用缺少 startxref</translation>
    </message>
    <message>
        <source>trailer with an entry twice at byte %1</source>
        <translation>字节 %1 处的文件尾有重复项</translation>
    </message>
    <message>
        <source>bytes that belong to no revision at byte %1</source>
        <translation>字节 %1 处有不属于任何版本的内容</translation>
    </message>
    <message>
        <source>revision without objects in order at byte %1</source>
        <translation>字节 %1 处的版本对象次序错误</translation>
    </message>
    <message>
        <source>revision without %%EOF at byte %1</source>
        <translation>字节 %1 处的版本缺少 %%EOF</translation>
    </message>
    <message>
        <source>bytes that are no object at byte %1</source>
        <translation>字节 %1 处的内容不是对象</translation>
    </message>
    <message>
        <source>object that does not end properly at byte %1</source>
        <translation>字节 %1 处的对象没有正常结束</translation>
    </message>
    <message>
        <source>object with an entry twice at byte %1</source>
        <translation>字节 %1 处的对象有重复项</translation>
    </message>
    <message>
        <source>object that reaches into a cross-reference section at byte %1</source>
        <translation>字节 %1 处的对象伸入交叉引用</translation>
    </message>
    <message>
        <source>object outside the cross-reference section at byte %1</source>
        <translation>字节 %1 处的对象不在交叉引用之中</translation>
    </message>
    <message>
        <source>object %1 listed twice at byte %2</source>
        <translation>对象 %1 在字节 %2 处被列出两次</translation>
    </message>
    <message>
        <source>object %1 is not where the section at byte %2 says</source>
        <translation>对象 %1 不在字节 %2 处所指的位置</translation>
    </message>
    <message>
        <source>object %1 is taken from signed bytes anew by the section at byte %2</source>
        <translation>字节 %2 处重新取用了已签署的对象 %1</translation>
    </message>
    <message>
        <source>object stream %1 differs from the section at byte %2</source>
        <translation>对象流 %1 与字节 %2 处的交叉引用不符</translation>
    </message>
    <message>
        <source>page %1: annotation added</source>
        <translation>第 %1 页：新增批注</translation>
    </message>
    <message>
        <source>trailer /ID changed</source>
        <translation>文件尾 /ID 被更改</translation>
    </message>
    <message>
        <source>form /NeedAppearances was set: values would be drawn anew</source>
        <translation>设置了表单 /NeedAppearances：值会被重新绘制</translation>
    </message>
    <message>
        <source>form /Fields has an entry that is no new signature field</source>
        <translation>表单 /Fields 中有不是新签章域的项</translation>
    </message>
    <message>
        <source>form /Fields lost an entry</source>
        <translation>表单 /Fields 少了一项</translation>
    </message>
    <message>
        <source>object %1 may change, but is drawn as /%2</source>
        <translation>对象 %1 允许更改，但作为 /%2 绘制</translation>
    </message>
    <message>
        <source>structure tree: %1 changed</source>
        <translation>结构树：%1 被更改</translation>
    </message>
    <message>
        <source>structure tree: %1 lost an entry</source>
        <translation>结构树：%1 少了一项</translation>
    </message>
    <message>
        <source>field %1 /%2 changed</source>
        <translation>域 %1 的 /%2 被更改</translation>
    </message>
    <message>
        <source>page %1 /%2 changed</source>
        <translation>第 %1 页的 /%2 被更改</translation>
    </message>
    <message>
        <source>structure /%1 changed</source>
        <translation>结构 /%1 被更改</translation>
    </message>
    <message>
        <source>the algorithm or key is too weak to be relied on</source>
        <translation>算法或密钥强度不足，不可依赖</translation>
    </message>
    <message>
        <source>the timestamp of the signature does not fit it</source>
        <translation>签章的时间戳与其不符</translation>
    </message>
    <message>
        <source>the timestamp's authority is not trusted</source>
        <translation>时间戳机构不受信任</translation>
    </message>
    <message>
        <source>the signing time is the signer's claim</source>
        <translation>签署时间由签署人自行声明</translation>
    </message>
    <message>
        <source>there is a signature in the file that its form does not show</source>
        <translation>文件中有表单未显示的签章</translation>
    </message>
    <message>
        <source>the file passes a limit and cannot be judged</source>
        <translation>文件超出限度，无法判断</translation>
    </message>
</context>
<context>
    <name>andu::ui::ChipsEditor</name>
    <message>
        <source>Choose…</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>Choose or type…</source>
        <translation>选择或输入…</translation>
    </message>
</context>
<context>
    <name>andu::ui::ColorEditor</name>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
</context>
<context>
    <name>andu::ui::ConflictCard</name>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
</context>
<context>
    <name>andu::ui::ConflictView</name>
    <message>
        <source>Send the merged form</source>
        <translation>发送合并后的表单</translation>
    </message>
    <message>
        <source>All mine</source>
        <translation>全部用我的</translation>
    </message>
    <message>
        <source>Keep mine as a copy</source>
        <translation>把我的另存一份</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>更晚</translation>
    </message>
    <message>
        <source>All of the server</source>
        <translation>全部用服务器的</translation>
    </message>
    <message>
        <source>All of %1</source>
        <translation>全部用 %1 的</translation>
    </message>
    <message>
        <source>%1 changed this form on the server while you worked on it.</source>
        <translation>您填写期间，%1 在服务器上修改了此表单。</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>有人</translation>
    </message>
    <message numerus="yes">
        <source>All your changes are kept on this computer. %n entries differ: choose for each of them; the others were merged.</source>
        <translation>
            <numerusform>您的修改都已保存在本机。有 %n 处不同，请逐项选择；其余已自动合并。</numerusform>
        </translation>
    </message>
    <message>
        <source>Both changed</source>
        <translation>双方都改了</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>服务器上的</translation>
    </message>
    <message>
        <source>When opened</source>
        <translation>打开时</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>on the server</source>
        <translation>服务器上的</translation>
    </message>
    <message>
        <source>%1, when opened: %2</source>
        <translation>%1，打开时：%2</translation>
    </message>
    <message numerus="yes">
        <source>Merged: %n</source>
        <translation>
            <numerusform>已合并 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>both changed it to the same</source>
        <translation>双方改成一样</translation>
    </message>
    <message>
        <source>only I changed it</source>
        <translation>只有我改了</translation>
    </message>
    <message>
        <source>only the server changed it</source>
        <translation>只有服务器改了</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Choose for “%1”</source>
        <translation>请为“%1”选择</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>✓ mine</source>
        <translation>✓ 我的</translation>
    </message>
    <message>
        <source>✓ the server's</source>
        <translation>✓ 服务器的</translation>
    </message>
    <message>
        <source>%1 chosen, %2 to go</source>
        <translation>已选 %1 项，还剩 %2 项</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
</context>
<context>
    <name>andu::ui::DateEditor</name>
    <message>
        <source>Choose (F4)</source>
        <translation>选择 (F4)</translation>
    </message>
    <message>
        <source>%1, until</source>
        <translation>%1，止</translation>
    </message>
    <message>
        <source>Not a date like %1</source>
        <translation>不是 %1 这样的日期</translation>
    </message>
</context>
<context>
    <name>andu::ui::DatePopup</name>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>andu::ui::DocumentEditor</name>
    <message>
        <source>Document number</source>
        <translation>发文字号</translation>
    </message>
    <message>
        <source>Secrecy</source>
        <translation>密级</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>签发人</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>To</source>
        <translation>主送</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Issuing unit</source>
        <translation>发文机关</translation>
    </message>
    <message>
        <source>Date of issue</source>
        <translation>成文日期</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>附注</translation>
    </message>
    <message>
        <source>Copies to</source>
        <translation>抄送</translation>
    </message>
    <message>
        <source>Printed by</source>
        <translation>印发机关</translation>
    </message>
    <message>
        <source>Date of printing</source>
        <translation>印发日期</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>This text has parts that would be lost when it is edited here. It is kept as it is.</source>
        <translation>此文本中有些内容在这里编辑会丢失，因此保持原样。</translation>
    </message>
</context>
<context>
    <name>andu::ui::ErrorText</name>
    <message>
        <source>The server cannot be reached. What you did is kept here and is sent when the network is back.</source>
        <translation>无法连接服务器。您办理的内容已保存在本机，联网后自动送出。</translation>
    </message>
    <message>
        <source>There is no O2OA server at this address. Please check it.</source>
        <translation>此地址没有 O2OA 服务器，请核对。</translation>
    </message>
    <message>
        <source>The certificate of the server is not trusted, so nothing was sent. Please ask your administrator.</source>
        <translation>服务器的证书不受信任，因此没有发送任何内容。请联系管理员。</translation>
    </message>
    <message>
        <source>Name or password is not right.</source>
        <translation>账号或密码不正确。</translation>
    </message>
    <message>
        <source>The account is locked or needs another way to sign in. Please try again later.</source>
        <translation>账号已锁定，或需要用其他方式登录。请稍后再试。</translation>
    </message>
    <message>
        <source>The session has expired. Please sign in again; nothing is lost.</source>
        <translation>登录已过期，请重新登录；没有内容丢失。</translation>
    </message>
    <message>
        <source>The server has refused this. What you typed is kept.</source>
        <translation>服务器没有接受。您填写的内容已保留。</translation>
    </message>
    <message>
        <source>This is not there any more.</source>
        <translation>此内容已不存在。</translation>
    </message>
    <message>
        <source>Somebody has changed or handled this meanwhile. What you typed is kept.</source>
        <translation>已有他人修改或办理了此事项。您填写的内容已保留。</translation>
    </message>
    <message>
        <source>The server has answered something that cannot be read. It is tried again later.</source>
        <translation>服务器的应答无法识别，稍后会再试。</translation>
    </message>
    <message>
        <source>This cannot be used as it is.</source>
        <translation>内容不能直接使用，请检查。</translation>
    </message>
    <message>
        <source>The local store could not be read or written.</source>
        <translation>本机存储无法读写。</translation>
    </message>
    <message>
        <source>The disk is full. Please make room; nothing is lost.</source>
        <translation>磁盘已满，请腾出空间；没有内容丢失。</translation>
    </message>
    <message>
        <source>The passphrase is not right.</source>
        <translation>口令不正确。</translation>
    </message>
    <message>
        <source>This desktop has no keychain that can be used. Please choose a passphrase.</source>
        <translation>此桌面没有可用的钥匙环，请设置口令。</translation>
    </message>
    <message>
        <source>Andu is already open with this account.</source>
        <translation>案牍已用此账号打开。</translation>
    </message>
    <message>
        <source>A stored file is damaged and was not used.</source>
        <translation>保存的文件已损坏，没有使用。</translation>
    </message>
    <message>
        <source>This was cancelled.</source>
        <translation>已取消。</translation>
    </message>
</context>
<context>
    <name>andu::ui::FieldEditor</name>
    <message>
        <source>%1, required</source>
        <translation>%1，必填</translation>
    </message>
</context>
<context>
    <name>andu::ui::FilesPanel</name>
    <message>
        <source>queued</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>需处理</translation>
    </message>
    <message>
        <source>No files</source>
        <translation>没有附件</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>not on this computer yet</source>
        <translation>尚未同步到本机</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Remove “%1” from this todo, also on the server?</source>
        <translation>从这个待办中删除“%1”？服务器上的也会删除。</translation>
    </message>
</context>
<context>
    <name>andu::ui::FindBar</name>
    <message>
        <source>Find in the form</source>
        <translation>在表单中查找</translation>
    </message>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>上一处（Shift+F3）</translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation>下一处（F3）</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>andu::ui::FindPane</name>
    <message>
        <source>Places found</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>Type what you are looking for in the box above.</source>
        <translation>请在上方输入要查找的文字。</translation>
    </message>
    <message>
        <source>Looking… page %1 of %2</source>
        <translation>正在查找… 第 %1 页，共 %2 页</translation>
    </message>
    <message numerus="yes">
        <source>The first %n places</source>
        <translation>
            <numerusform>前 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found. Scanned pages hold no text.</source>
        <translation>没有找到。扫描页中没有文字。</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) found</source>
        <translation>
            <numerusform>找到 %n 处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>andu::ui::FlowPanel</name>
    <message>
        <source>Flow</source>
        <translation>流转</translation>
    </message>
    <message>
        <source>in hand</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>尚无流转记录。</translation>
    </message>
</context>
<context>
    <name>andu::ui::FormHints</name>
    <message>
        <source>It took too long and was stopped.</source>
        <translation>运行时间过长，已停止。</translation>
    </message>
    <message>
        <source>It needs the server or the browser.</source>
        <translation>需要服务器或浏览器。</translation>
    </message>
    <message>
        <source>It has an error.</source>
        <translation>脚本有错误。</translation>
    </message>
    <message>
        <source>A script of “%1” did not run.</source>
        <translation>“%1”的一段脚本未能运行。</translation>
    </message>
    <message>
        <source>A script of the form did not run.</source>
        <translation>表单的一段脚本未能运行。</translation>
    </message>
    <message>
        <source>A rule of “%1” can only be checked online.</source>
        <translation>“%1”的一项规则需联网校验。</translation>
    </message>
    <message>
        <source>A rule of the form can only be checked online.</source>
        <translation>表单的一项规则需联网校验。</translation>
    </message>
    <message>
        <source>The default of “%1” could not be computed; what is stored stays.</source>
        <translation>“%1”的默认值未能计算，保留已存的内容。</translation>
    </message>
    <message>
        <source>The text of “%1” could not be computed.</source>
        <translation>“%1”的文字未能计算。</translation>
    </message>
    <message>
        <source>The choices of “%1” could not be found out.</source>
        <translation>“%1”的选项未能取得。</translation>
    </message>
    <message>
        <source>The button “%1” did not work here.</source>
        <translation>按钮“%1”在此处不起作用。</translation>
    </message>
    <message>
        <source>The sub-form “%1” is not here.</source>
        <translation>子表单“%1”不在本机。</translation>
    </message>
    <message>
        <source>The sub-form “%1” contains itself and was left out.</source>
        <translation>子表单“%1”嵌套了自身，已略去。</translation>
    </message>
    <message>
        <source>The form is too large; not all of it is shown.</source>
        <translation>表单过大，未能全部显示。</translation>
    </message>
    <message>
        <source>“%1” is of a kind that only the browser shows. What it holds is kept.</source>
        <translation>“%1”的类型只能在浏览器中显示，其内容保持原样。</translation>
    </message>
    <message>
        <source>“%1” (%2) is shown in the browser only. What it holds is kept.</source>
        <translation>“%1”（%2）只能在浏览器中显示，其内容保持原样。</translation>
    </message>
    <message>
        <source>The choices of “%1” come from the server; the last known are shown.</source>
        <translation>“%1”的选项来自服务器，此处显示最近一次取得的选项。</translation>
    </message>
</context>
<context>
    <name>andu::ui::FormNotes</name>
    <message>
        <source>Technical details</source>
        <translation>技术信息</translation>
    </message>
    <message>
        <source>Nothing of this keeps you from filling, saving or sending it.</source>
        <translation>这些不影响填写、保存和提交。</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>查看：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n parts of this form do not work here</source>
        <translation>
            <numerusform>本表单有 %n 处在此不可用</numerusform></translation>
    </message>
</context>
<context>
    <name>andu::ui::FormTools</name>
    <message>
        <source>What does not work here</source>
        <translation>此处不可用的内容</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Print (%1)</source>
        <translation>打印（%1）</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>在浏览器中打开</translation>
    </message>
</context>
<context>
    <name>andu::ui::FormView</name>
    <message numerus="yes">
        <source>%n entries need attention</source>
        <translation>
            <numerusform>有 %n 处需要处理</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>andu::ui::GridEditor</name>
    <message>
        <source>Add row</source>
        <translation>添加一行</translation>
    </message>
    <message>
        <source>Delete row</source>
        <translation>删除此行</translation>
    </message>
    <message>
        <source>%1, table</source>
        <translation>%1，表格</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… 还有 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Import rows</source>
        <translation>导入行</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.csv *.txt)</source>
        <translation>表格 (*.xlsx *.csv *.txt)</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>无法读取此文件。</translation>
    </message>
    <message>
        <source>No rows were found. The first line must hold the names of the columns, as in an exported file.</source>
        <translation>没有找到数据行。首行应为列名，与导出的文件相同。</translation>
    </message>
    <message>
        <source>Export rows</source>
        <translation>导出行</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Text table (*.csv)</source>
        <translation>文本表格 (*.csv)</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>无法写入文件。</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>andu::ui::GridModel</name>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>%1, row %2: %3</source>
        <translation>%1，第 %2 行：%3</translation>
    </message>
</context>
<context>
    <name>andu::ui::GridView</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Insert row above</source>
        <translation>在上方插入一行</translation>
    </message>
    <message>
        <source>Insert row below</source>
        <translation>在下方插入一行</translation>
    </message>
    <message>
        <source>Move row up</source>
        <translation>上移一行</translation>
    </message>
    <message>
        <source>Move row down</source>
        <translation>下移一行</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n rows</source>
        <translation>
            <numerusform>删除 %n 行</numerusform></translation>
    </message>
</context>
<context>
    <name>andu::ui::InkCanvas</name>
    <message>
        <source>Handwriting</source>
        <translation>手写</translation>
    </message>
</context>
<context>
    <name>andu::ui::InkDialog</name>
    <message>
        <source>Handwriting</source>
        <translation>手写</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Undo stroke</source>
        <translation>撤销一笔</translation>
    </message>
</context>
<context>
    <name>andu::ui::KeyBox</name>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>密钥文件</translation>
    </message>
    <message>
        <source>Name of the key</source>
        <translation>密钥名称</translation>
    </message>
    <message>
        <source>Password or PIN</source>
        <translation>密码或 PIN</translation>
    </message>
    <message>
        <source>Certificate file (.p12, .pfx)</source>
        <translation>证书文件（.p12、.pfx）</translation>
    </message>
    <message>
        <source>Token with a PKCS#11 library</source>
        <translation>密码钥匙（PKCS#11 库）</translation>
    </message>
    <message>
        <source>Token with an SKF library</source>
        <translation>密码钥匙（SKF 库）</translation>
    </message>
    <message>
        <source>Only when the token has several</source>
        <translation>仅当密码钥匙中有多个时填写</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Keys and libraries (*.p12 *.pfx *.so);;All files (*)</source>
        <translation>密钥和库 (*.p12 *.pfx *.so);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Vendor's library</source>
        <translation>厂商库文件</translation>
    </message>
    <message>
        <source>Unlocked a moment ago</source>
        <translation>刚刚已解锁</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Asked for each use, never kept</source>
        <translation>每次使用都要输入，不保存</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
</context>
<context>
    <name>andu::ui::LogView</name>
    <message>
        <source>Activity</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>办理人</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决策</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>in hand</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>%1 (in hand: %2)</source>
        <translation>%1（办理中：%2）</translation>
    </message>
    <message>
        <source>Flow chart in the browser</source>
        <translation>在浏览器中查看流程图</translation>
    </message>
</context>
<context>
    <name>andu::ui::MainWindow</name>
    <message>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
    <message>
        <source>Andu</source>
        <translation>案牍</translation>
    </message>
    <message>
        <source>Search todos  (Ctrl+K)</source>
        <translation>搜索待办  (Ctrl+K)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>重新登录…</translation>
    </message>
    <message>
        <source>Close the account</source>
        <translation>关闭账号</translation>
    </message>
</context>
<context>
    <name>andu::ui::OpinionEditor</name>
    <message>
        <source>Phrases</source>
        <translation>常用语</translation>
    </message>
    <message>
        <source>Handwriting</source>
        <translation>手写</translation>
    </message>
    <message>
        <source>Agreed.</source>
        <translation>同意。</translation>
    </message>
    <message>
        <source>Agreed; please proceed as planned.</source>
        <translation>同意，请按计划办理。</translation>
    </message>
    <message>
        <source>Please add the missing details.</source>
        <translation>请补充材料。</translation>
    </message>
    <message>
        <source>Not agreed.</source>
        <translation>不同意。</translation>
    </message>
    <message>
        <source>Keep this text as a phrase</source>
        <translation>存为常用语</translation>
    </message>
</context>
<context>
    <name>andu::ui::OrgDelegate</name>
    <message>
        <source>me</source>
        <translation>本人</translation>
    </message>
</context>
<context>
    <name>andu::ui::OrgEditor</name>
    <message>
        <source>Choose: %1</source>
        <translation>选择：%1</translation>
    </message>
    <message>
        <source>Choose from the organisation (F4)</source>
        <translation>从通讯录选择 (F4)</translation>
    </message>
    <message>
        <source>Name or pinyin</source>
        <translation>姓名或拼音</translation>
    </message>
</context>
<context>
    <name>andu::ui::OrgPicker</name>
    <message>
        <source>Choose from the organisation</source>
        <translation>从通讯录选择</translation>
    </message>
    <message>
        <source>The organisation has not been synced to this computer yet.</source>
        <translation>通讯录还没有同步到这台电脑。</translation>
    </message>
    <message>
        <source>Name, pinyin, initials, unit or number</source>
        <translation>姓名、拼音、首字母、部门或工号</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>群组</translation>
    </message>
    <message>
        <source>Duties</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>People to choose</source>
        <translation>可选人员</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Chosen, in order</source>
        <translation>已选（按顺序）</translation>
    </message>
    <message>
        <source>Drag, or Ctrl+↑ and Ctrl+↓, to change the order; Delete removes.</source>
        <translation>拖动或按 Ctrl+↑、Ctrl+↓ 调整顺序，Delete 移除。</translation>
    </message>
    <message>
        <source>The form limits who may be chosen by a rule of the server; it could not be applied here.</source>
        <translation>表单的选择范围由服务器规则限定，此处无法应用。</translation>
    </message>
    <message numerus="yes">
        <source>At most %n</source>
        <translation>
            <numerusform>最多 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Works offline.</source>
        <translation>离线可用。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Chosen: %1</source>
        <translation>已选：%1</translation>
    </message>
    <message>
        <source>OK (%1)</source>
        <translation>确定 (%1)</translation>
    </message>
</context>
<context>
    <name>andu::ui::OutboxPanel</name>
    <message>
        <source>Syncing %1/%2</source>
        <translation>正在同步 %1/%2</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>正在同步</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Offline · content as of %1</source>
        <translation>离线 · 内容截至 %1</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>重新登录</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>出错</translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>尚未同步</translation>
    </message>
    <message>
        <source>Synced %1</source>
        <translation>已同步 %1</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The outbox is kept encrypted on this computer; switching off loses nothing.</source>
        <translation>发件箱在本机加密保存，关机也不会丢</translation>
    </message>
    <message>
        <source>last complete sync %1</source>
        <translation>上次全部完成 %1</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需处理</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>Nothing is waiting. What you send appears here until the server has confirmed it.</source>
        <translation>没有等待发送的内容。您送出的事项会显示在这里，直到服务器确认。</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>需处理</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>written %1</source>
        <translation>填写于 %1</translation>
    </message>
    <message>
        <source>delivered %1</source>
        <translation>送达于 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>已尝试 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Give up, keep as draft</source>
        <translation>放弃发送，留作草稿</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>技术信息</translation>
    </message>
    <message>
        <source>Save form</source>
        <translation>保存表单</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交办理</translation>
    </message>
    <message>
        <source>Check on the server</source>
        <translation>服务器核对</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>已阅</translation>
    </message>
    <message>
        <source>Save draft</source>
        <translation>保存草稿</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动流程</translation>
    </message>
    <message>
        <source>Upload file</source>
        <translation>上传文件</translation>
    </message>
    <message>
        <source>Open todo</source>
        <translation>打开待办</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Remove file</source>
        <translation>删除附件</translation>
    </message>
    <message>
        <source>Replace file</source>
        <translation>替换附件</translation>
    </message>
    <message>
        <source>Add file</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>Upload handwriting</source>
        <translation>上传手写</translation>
    </message>
    <message>
        <source>Compare and decide</source>
        <translation>比较并选择</translation>
    </message>
    <message>
        <source>Add as another file</source>
        <translation>另存为新附件</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Upload of %1</source>
        <translation>上传 %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 of %2 · %3/s</source>
        <translation>%1 / %2 · %3/秒</translation>
    </message>
</context>
<context>
    <name>andu::ui::PageView</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>This page is damaged.</source>
        <translation>此页已损坏。</translation>
    </message>
</context>
<context>
    <name>andu::ui::PdfActions</name>
    <message>
        <source>Thumbnails</source>
        <translation>缩略图</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>大纲</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Fit the page</source>
        <translation>适合页面</translation>
    </message>
    <message>
        <source>True size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>One page</source>
        <translation>单页</translation>
    </message>
    <message>
        <source>Two pages side by side</source>
        <translation>双页</translation>
    </message>
    <message>
        <source>Scroll continuously</source>
        <translation>连续滚动</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>向左旋转</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>向右旋转</translation>
    </message>
    <message>
        <source>Dark reading</source>
        <translation>深色阅读</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>盖章</translation>
    </message>
    <message>
        <source>Seam seal</source>
        <translation>骑缝章</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Go to page…</source>
        <translation>转到页面…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Signature panel</source>
        <translation>签章面板</translation>
    </message>
    <message>
        <source>Add long-term validation</source>
        <translation>添加长期验证</translation>
    </message>
</context>
<context>
    <name>andu::ui::PdfNotice</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Password of the document</source>
        <translation>文档密码</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>This document is protected by a password</source>
        <translation>此文档有密码保护</translation>
    </message>
    <message>
        <source>That password does not open it. Please try again.</source>
        <translation>密码不正确，请重试。</translation>
    </message>
</context>
<context>
    <name>andu::ui::PdfText</name>
    <message>
        <source>The author certified this document and allows no changes.</source>
        <translation>作者已认证此文档，不允许任何更改。</translation>
    </message>
    <message>
        <source>The author certified this document: only signature fields that are already there may be signed.</source>
        <translation>作者已认证此文档：只能在已有的签名域中签名。</translation>
    </message>
    <message>
        <source>An earlier signature locked this document or these fields.</source>
        <translation>先前的签名已锁定此文档或这些域。</translation>
    </message>
    <message>
        <source>The document's own permissions forbid this change. Open it with the owner password to change it.</source>
        <translation>文档自身的权限不允许此更改。请用所有者密码打开后再更改。</translation>
    </message>
    <message>
        <source>The document holds an XFA form; changes to it would stay hidden.</source>
        <translation>文档中含有 XFA 表单，对它的更改不会显示出来。</translation>
    </message>
    <message>
        <source>The document is encrypted in a way that does not allow changes here.</source>
        <translation>文档的加密方式不支持在此更改。</translation>
    </message>
    <message>
        <source>The file is damaged inside. It can be read but not signed or filled in: other programs would see another document. Ask for a fresh copy.</source>
        <translation>文件内部已损坏，可以阅读，但不能签章或填写：其他程序看到的会是另一份文档。请索取完好的文件。</translation>
    </message>
    <message>
        <source>The password does not open it.</source>
        <translation>密码不正确。</translation>
    </message>
    <message>
        <source>The file is damaged or is not a PDF. Nothing was changed; ask for a fresh copy.</source>
        <translation>文件已损坏或不是 PDF。没有作任何更改，请索取完好的文件。</translation>
    </message>
    <message>
        <source>The text was not found in the document. Place it by hand.</source>
        <translation>文档中没有找到该文字，请手动放置。</translation>
    </message>
    <message>
        <source>The file cannot be read from this computer any more.</source>
        <translation>已无法从本机读取该文件。</translation>
    </message>
    <message>
        <source>%1 × %2 mm</source>
        <translation>%1 × %2 mm</translation>
    </message>
    <message>
        <source>Printing and copying allowed</source>
        <translation>允许打印，允许复制文字</translation>
    </message>
    <message>
        <source>Printing allowed, copying text not allowed</source>
        <translation>允许打印，不允许复制文字</translation>
    </message>
    <message>
        <source>Copying text allowed, printing not allowed</source>
        <translation>允许复制文字，不允许打印</translation>
    </message>
    <message>
        <source>Printing and copying not allowed</source>
        <translation>不允许打印，不允许复制文字</translation>
    </message>
    <message>
        <source>A seal of the office needs an approval: type its number. Nothing was sealed.</source>
        <translation>使用单位印章须经批准，请填写审批单号。尚未盖章。</translation>
    </message>
    <message>
        <source>The approval names another file than this one. Nothing was sealed.</source>
        <translation>审批的不是这份文件。尚未盖章。</translation>
    </message>
    <message>
        <source>This seal has been used as often as it may be today. Nothing was sealed.</source>
        <translation>该印章今日用印次数已达上限。尚未盖章。</translation>
    </message>
    <message>
        <source>The approval does not allow that many impressions. Nothing was sealed.</source>
        <translation>超出审批允许的用印数。尚未盖章。</translation>
    </message>
    <message>
        <source>Who asked for the seal may not be the one who sets it. Nothing was sealed.</source>
        <translation>申请人不能自行用印。尚未盖章。</translation>
    </message>
    <message>
        <source>This seal is frozen and may not be used.</source>
        <translation>该印章已冻结，不能使用。</translation>
    </message>
    <message>
        <source>This seal is not valid today.</source>
        <translation>该印章今日不在有效期内。</translation>
    </message>
    <message>
        <source>This seal belongs to another certificate than the key's.</source>
        <translation>该印章绑定的是另一张证书。</translation>
    </message>
    <message>
        <source>The maker of this electronic seal is not trusted.</source>
        <translation>该电子印章的制作者不受信任。</translation>
    </message>
    <message>
        <source>This signature field is signed already or cannot be signed.</source>
        <translation>该签章域已签署或不能签署。</translation>
    </message>
    <message>
        <source>Only the first signature of a document can certify it.</source>
        <translation>只有文档的第一个签章可以作认证。</translation>
    </message>
    <message>
        <source>The certificate of this key is not valid today.</source>
        <translation>该密钥的证书今日不在有效期内。</translation>
    </message>
    <message>
        <source>A field may not be changed. Nothing was saved.</source>
        <translation>有不允许更改的域。未保存任何内容。</translation>
    </message>
    <message>
        <source>The time stamp server did not answer. Check its address and the network.</source>
        <translation>时间戳服务器没有响应，请检查地址和网络。</translation>
    </message>
    <message>
        <source>The time stamp server answered something that cannot be used.</source>
        <translation>时间戳服务器的应答无法使用。</translation>
    </message>
    <message>
        <source>A seam seal needs at least two pages.</source>
        <translation>骑缝章至少需要两页。</translation>
    </message>
    <message>
        <source>These pages or places are not in the document.</source>
        <translation>文档中没有这些页或位置。</translation>
    </message>
    <message>
        <source>Type the words to place it at.</source>
        <translation>请输入用于定位的文字。</translation>
    </message>
    <message>
        <source>The token is locked after too many wrong PINs. Its issuer can unlock it.</source>
        <translation>PIN 错误次数过多，密码钥匙已锁定，请联系发放单位解锁。</translation>
    </message>
    <message>
        <source>The key cannot be found there.</source>
        <translation>在该处找不到密钥。</translation>
    </message>
    <message>
        <source>The vendor's library failed. Unplug the token, plug it in and try again.</source>
        <translation>厂商库出错。请拔下密码钥匙，重新插入后再试。</translation>
    </message>
    <message>
        <source>There is no key that can be used.</source>
        <translation>没有可用的密钥。</translation>
    </message>
    <message>
        <source>This is not allowed here. Nothing was changed.</source>
        <translation>此处不允许这样做。未作任何更改。</translation>
    </message>
    <message>
        <source>An answer could not be used. Nothing was changed.</source>
        <translation>收到的应答无法使用。未作任何更改。</translation>
    </message>
    <message>
        <source>A value does not fit its field. Nothing was saved.</source>
        <translation>填写的值不符合该域的要求。未保存任何内容。</translation>
    </message>
    <message>
        <source>The register or a seal on this computer was changed by hand. Nothing was sealed.</source>
        <translation>本机的用印登记或印章被人为改动。尚未盖章。</translation>
    </message>
</context>
<context>
    <name>andu::ui::PdfToolBar</name>
    <message>
        <source>Zoom: %1</source>
        <translation>缩放：%1</translation>
    </message>
</context>
<context>
    <name>andu::ui::PdfWindow</name>
    <message>
        <source>Find in the text  (Ctrl+F)</source>
        <translation>在文中查找  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>在文中查找</translation>
    </message>
    <message>
        <source>This file cannot be shown</source>
        <translation>无法显示此文件</translation>
    </message>
    <message>
        <source>PDF %1, damaged and repaired</source>
        <translation>PDF %1，损坏后已修复</translation>
    </message>
    <message>
        <source>PDF %1, encrypted</source>
        <translation>PDF %1，已加密</translation>
    </message>
    <message>
        <source>PDF %1</source>
        <translation>PDF %1</translation>
    </message>
    <message>
        <source>Pages %1–%2 of %3</source>
        <translation>第 %1–%2 页，共 %3 页</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>Not handed over yet: %1</source>
        <translation>尚未提交：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Hand over as new version</source>
        <translation>提交为新版本</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) filled in, not saved in the document yet</source>
        <translation>
            <numerusform>已填写 %n 个域，尚未保存到文档</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Save in the document</source>
        <translation>保存到文档</translation>
    </message>
    <message>
        <source>The document was sent to the printer.</source>
        <translation>文档已送往打印机。</translation>
    </message>
    <message>
        <source>This link leads to something that is not opened from a document.</source>
        <translation>此链接指向的内容不能从文档中打开。</translation>
    </message>
    <message>
        <source>Open this link from the document?</source>
        <translation>打开文档中的这个链接吗？</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Page (1 to %1)</source>
        <translation>页码（1 至 %1）</translation>
    </message>
    <message>
        <source>Copying text from this document is not allowed.</source>
        <translation>不允许从此文档复制文字。</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) copied</source>
        <translation>
            <numerusform>已复制 %n 个字</numerusform>
        </translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>The copy was saved.</source>
        <translation>副本已保存。</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) filled in</source>
        <translation>
            <numerusform>填写 %n 个域</numerusform>
        </translation>
    </message>
    <message>
        <source>Handed over as the new version.</source>
        <translation>已提交为新版本。</translation>
    </message>
    <message>
        <source>The changes have not been handed over.</source>
        <translation>更改尚未提交。</translation>
    </message>
    <message>
        <source>They are lost when the window is closed now.</source>
        <translation>现在关闭窗口，更改将丢失。</translation>
    </message>
    <message>
        <source>Close and discard</source>
        <translation>关闭并放弃</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留在此处</translation>
    </message>
    <message>
        <source>Revision %1</source>
        <translation>修订 %1</translation>
    </message>
    <message>
        <source>%1 – as signed by %2</source>
        <translation>%1 – %2 签署时的版本</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>导出验证报告</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>Data (*.json)</source>
        <translation>数据 (*.json)</translation>
    </message>
    <message>
        <source>The report was saved.</source>
        <translation>报告已保存。</translation>
    </message>
    <message>
        <source>The report could not be saved there.</source>
        <translation>报告无法保存到该处。</translation>
    </message>
    <message>
        <source>Working on the document…</source>
        <translation>正在处理文档…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Hand over and close</source>
        <translation>提交并关闭</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>andu::ui::PictureEditor</name>
    <message>
        <source>Write by hand</source>
        <translation>手写</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.bmp *.gif)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.bmp *.gif)</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>没有图片</translation>
    </message>
    <message>
        <source>A picture is stored on the server.</source>
        <translation>图片保存在服务器上。</translation>
    </message>
</context>
<context>
    <name>andu::ui::Placeholder</name>
    <message>
        <source>office document</source>
        <translation>办公文档</translation>
    </message>
    <message>
        <source>list from the server</source>
        <translation>服务器列表</translation>
    </message>
    <message>
        <source>data from another system</source>
        <translation>其他系统的数据</translation>
    </message>
    <message>
        <source>sub-form</source>
        <translation>子表单</translation>
    </message>
    <message>
        <source>statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>tree</source>
        <translation>树</translation>
    </message>
    <message>
        <source>“%1” (%2) is shown in the browser only. What it holds is kept as it is.</source>
        <translation>“%1”（%2）只能在浏览器中显示，其内容保持原样。</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Open “%1” in the browser</source>
        <translation>在浏览器中打开“%1”</translation>
    </message>
    <message>
        <source>handwriting</source>
        <translation>手写</translation>
    </message>
    <message>
        <source>page view</source>
        <translation>版式文件</translation>
    </message>
    <message>
        <source>“%1” (%2): its files open here; they are edited in the browser.</source>
        <translation>“%1”（%2）：文件可在此打开，编辑请用浏览器。</translation>
    </message>
    <message>
        <source>Open “%1”</source>
        <translation>打开“%1”</translation>
    </message>
</context>
<context>
    <name>andu::ui::PlacementOverlay</name>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>%1 × %2 mm</source>
        <translation>%1 × %2 mm</translation>
    </message>
</context>
<context>
    <name>andu::ui::RichEditor</name>
    <message>
        <source>This text has parts (pictures, layout) that would be lost when it is edited here. It is kept as it is.</source>
        <translation>此文本含有图片或版式，在这里编辑会丢失，因此保持原样。</translation>
    </message>
    <message>
        <source>Edit anyway</source>
        <translation>仍要编辑</translation>
    </message>
    <message>
        <source>Bulleted list</source>
        <translation>项目符号</translation>
    </message>
    <message>
        <source>Numbered list</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Bold (Ctrl+B)</source>
        <translation>加粗（Ctrl+B）</translation>
    </message>
    <message>
        <source>Italic (Ctrl+I)</source>
        <translation>倾斜（Ctrl+I）</translation>
    </message>
    <message>
        <source>Underline (Ctrl+U)</source>
        <translation>下划线（Ctrl+U）</translation>
    </message>
</context>
<context>
    <name>andu::ui::SealDetail</name>
    <message>
        <source>Seal with this</source>
        <translation>用此印盖章</translation>
    </message>
    <message>
        <source>No seal chosen</source>
        <translation>未选择印章</translation>
    </message>
    <message>
        <source>Custody</source>
        <translation>保管</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Used today</source>
        <translation>今日已用</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Picture with a certificate</source>
        <translation>图片加证书</translation>
    </message>
    <message>
        <source>Electronic seal (GB/T 38540)</source>
        <translation>电子印章（GB/T 38540）</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>印章</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>移交…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Uses a day…</source>
        <translation>每日次数…</translation>
    </message>
    <message>
        <source>Bind to a certificate…</source>
        <translation>绑定证书…</translation>
    </message>
    <message>
        <source>Release from its certificates</source>
        <translation>解除证书绑定</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Who keeps the seal from now on? Empty: it is handed in.</source>
        <translation>今后由谁保管？留空表示上交。</translation>
    </message>
    <message>
        <source>Uses a day</source>
        <translation>每日次数</translation>
    </message>
    <message>
        <source>How often may it be used in one day? 0: not limited.</source>
        <translation>每日最多可用几次？0 表示不限。</translation>
    </message>
    <message>
        <source>Bind to a certificate</source>
        <translation>绑定证书</translation>
    </message>
    <message>
        <source>Certificates (*.cer *.crt *.pem *.der)</source>
        <translation>证书 (*.cer *.crt *.pem *.der)</translation>
    </message>
    <message>
        <source>This file holds no certificate.</source>
        <translation>该文件中没有证书。</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>解冻</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1，%2 至 %3</translation>
    </message>
    <message>
        <source>Kept before</source>
        <translation>曾保管</translation>
    </message>
</context>
<context>
    <name>andu::ui::SealDialog</name>
    <message>
        <source>Seal</source>
        <translation>印章</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Width in millimetres</source>
        <translation>宽度（毫米）</translation>
    </message>
    <message>
        <source>Place on the page</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Place it on the page</source>
        <translation>放到页面上</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>边</translation>
    </message>
    <message>
        <source>Which pages</source>
        <translation>哪些页</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Approval number</source>
        <translation>审批单号</translation>
    </message>
    <message>
        <source>Show on the pages</source>
        <translation>在页面上预览</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Seam seal</source>
        <translation>骑缝章</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Name and date</source>
        <translation>姓名和日期</translation>
    </message>
    <message>
        <source>Handwriting from a picture</source>
        <translation>手写签名图片</translation>
    </message>
    <message>
        <source>Nothing visible</source>
        <translation>不可见</translation>
    </message>
    <message>
        <source>A picture file</source>
        <translation>图片文件</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> 毫米</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Pictures (*.png *.bmp *.jpg *.gif)</source>
        <translation>图片 (*.png *.bmp *.jpg *.gif)</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>By mouse</source>
        <translation>用鼠标放置</translation>
    </message>
    <message>
        <source>Over organ and date (GB/T 9704)</source>
        <translation>压署名和日期（GB/T 9704）</translation>
    </message>
    <message>
        <source>At a word in the text</source>
        <translation>在文中关键字处</translation>
    </message>
    <message>
        <source>All, or for example 1-20</source>
        <translation>全部，或如 1-20</translation>
    </message>
    <message>
        <source>The page in sight, or for example 1-3,7</source>
        <translation>当前页，或如 1-3,7</translation>
    </message>
    <message>
        <source>Right edge</source>
        <translation>右边</translation>
    </message>
    <message>
        <source>Left edge</source>
        <translation>左边</translation>
    </message>
    <message>
        <source>Every page</source>
        <translation>每一页</translation>
    </message>
    <message>
        <source>Odd pages only (printed on both sides)</source>
        <translation>仅奇数页（双面打印）</translation>
    </message>
    <message>
        <source>Even pages only</source>
        <translation>仅偶数页</translation>
    </message>
    <message>
        <source>Choose a picture of the seal.</source>
        <translation>请选择印章图片。</translation>
    </message>
    <message>
        <source>These pages are not in the document.</source>
        <translation>文档中没有这些页。</translation>
    </message>
    <message>
        <source>Choose the key file.</source>
        <translation>请选择密钥文件。</translation>
    </message>
    <message>
        <source>The certificate of this key is not valid today.</source>
        <translation>此密钥的证书目前不在有效期内。</translation>
    </message>
    <message>
        <source>From the left edge</source>
        <translation>距左边</translation>
    </message>
    <message>
        <source>From the upper edge</source>
        <translation>距上边</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Impressions allowed</source>
        <translation>允许用印数</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>送往单位</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>更多…</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>At a position in millimetres</source>
        <translation>按坐标（毫米）</translation>
    </message>
    <message>
        <source>From left and top</source>
        <translation>距左、上边</translation>
    </message>
    <message>
        <source>Not limited</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Sign now</source>
        <translation>立即签名</translation>
    </message>
    <message>
        <source>Seal now</source>
        <translation>立即盖章</translation>
    </message>
</context>
<context>
    <name>andu::ui::SealPage</name>
    <message>
        <source>Add a seal…</source>
        <translation>添加印章…</translation>
    </message>
    <message>
        <source>Verify files…</source>
        <translation>验证文件…</translation>
    </message>
    <message>
        <source>Seal many files…</source>
        <translation>批量盖章…</translation>
    </message>
    <message>
        <source>Cabinet of seals</source>
        <translation>印章柜</translation>
    </message>
    <message>
        <source>Seals of your office appear here. Add one that is drawn from data, from a picture, or an electronic seal.</source>
        <translation>本单位的印章显示在这里。可以按数据绘制、从图片或电子印章添加。</translation>
    </message>
    <message>
        <source>The cabinet cannot be read. %1</source>
        <translation>无法读取印章柜。%1</translation>
    </message>
    <message>
        <source>Cabinet</source>
        <translation>印章柜</translation>
    </message>
    <message>
        <source>Cabinet %1</source>
        <translation>印章柜 %1</translation>
    </message>
    <message>
        <source>There is a seal of this name already.</source>
        <translation>已有同名印章。</translation>
    </message>
</context>
<context>
    <name>andu::ui::SealRegisterView</name>
    <message>
        <source>Seal-use register</source>
        <translation>用印登记</translation>
    </message>
    <message>
        <source>Search the register</source>
        <translation>搜索用印登记</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>印章</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Chain of the register</source>
        <translation>审计链</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Last %1 days</source>
        <translation>近 %1 天</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>All the time</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>自定起止</translation>
    </message>
    <message>
        <source>Every use is written into a chain on this computer; rows cannot be changed unnoticed.</source>
        <translation>每次用印都写入本机审计链，记录一经改动即可发现。</translation>
    </message>
    <message numerus="yes">
        <source>Chain intact, %n row(s)</source>
        <translation>
            <numerusform>审计链完整，%n 条</numerusform></translation>
    </message>
    <message>
        <source>The chain is broken: the register was changed by hand</source>
        <translation>审计链已断：登记被人为改动</translation>
    </message>
    <message>
        <source>The register cannot be read</source>
        <translation>无法读取用印登记</translation>
    </message>
    <message>
        <source>All seals</source>
        <translation>全部印章</translation>
    </message>
    <message numerus="yes">
        <source>%n use(s)</source>
        <translation>
            <numerusform>%n 次</numerusform></translation>
    </message>
    <message>
        <source>Export the register</source>
        <translation>导出用印登记</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>The table could not be saved there.</source>
        <translation>无法保存到该处。</translation>
    </message>
</context>
<context>
    <name>andu::ui::SealSession</name>
    <message numerus="yes">
        <source>Seam seal over %n page(s). Drag it up or down; arrow keys move it by 1 mm.</source>
        <translation>
            <numerusform>骑缝章跨 %n 页。可上下拖动；方向键每次移动 1 毫米。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2 mm, true size. Drag it where it belongs; arrow keys move it by 1 mm, with Shift by 0.1 mm.</source>
        <translation>%1 × %2 mm，实际大小。请拖到应盖的位置；方向键每次移动 1 毫米，按住 Shift 为 0.1 毫米。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Sign here</source>
        <translation>在此签名</translation>
    </message>
    <message>
        <source>Seal here</source>
        <translation>在此盖章</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>seam seal</source>
        <translation>骑缝章</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>盖章</translation>
    </message>
    <message>
        <source>Nothing was signed; the document is as before.</source>
        <translation>尚未签署，文档没有改变。</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was signed; the document is as before.</source>
        <translation>已取消。尚未签署，文档没有改变。</translation>
    </message>
    <message>
        <source>validation data</source>
        <translation>验证数据</translation>
    </message>
    <message>
        <source>Validation data was added, but nobody answered whether these certificates are revoked: %1. Try again later to complete it.</source>
        <translation>已添加验证数据，但未能查到以下证书的吊销状态：%1。可稍后再试以补全。</translation>
    </message>
    <message>
        <source>Validation data was added. It is not time stamped.</source>
        <translation>已添加验证数据，未加盖时间戳。</translation>
    </message>
    <message>
        <source>The signature stands. Validation data was not added: %1</source>
        <translation>签章有效保留，未添加验证数据：%1</translation>
    </message>
    <message>
        <source>time stamp over all</source>
        <translation>整份时间戳</translation>
    </message>
    <message>
        <source>The document was time stamped.</source>
        <translation>已为文档加盖时间戳。</translation>
    </message>
    <message>
        <source>What is signed stands. The time stamp over the document was not made: %1</source>
        <translation>已签署的内容保留，未能为文档加盖时间戳：%1</translation>
    </message>
</context>
<context>
    <name>andu::ui::SealUseDetail</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Back to the seal</source>
        <translation>返回印章</translation>
    </message>
    <message>
        <source>Result of comparing</source>
        <translation>比对结果</translation>
    </message>
    <message>
        <source>Open the approval</source>
        <translation>打开审批</translation>
    </message>
    <message>
        <source>Compare a file…</source>
        <translation>比对文件…</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>Electronic seal</source>
        <translation>电子签章</translation>
    </message>
    <message>
        <source>Cancels %1</source>
        <translation>作废 %1</translation>
    </message>
    <message>
        <source>This use did not come from a todo.</source>
        <translation>这次用印不是从待办发起的。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>印章</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>送往单位</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页数</translation>
    </message>
    <message>
        <source>Impressions</source>
        <translation>用印数</translation>
    </message>
    <message>
        <source>%1 of %2 allowed</source>
        <translation>%1（允许 %2）</translation>
    </message>
    <message>
        <source>Seam at</source>
        <translation>骑缝位置</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Approval number</source>
        <translation>审批单号</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>用印人</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>SM3 before</source>
        <translation>盖章前 SM3</translation>
    </message>
    <message>
        <source>SM3 after</source>
        <translation>盖章后 SM3</translation>
    </message>
    <message>
        <source>Compare a file</source>
        <translation>比对文件</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>That file cannot be read.</source>
        <translation>无法读取该文件。</translation>
    </message>
    <message>
        <source>That is the sealed file, unchanged.</source>
        <translation>就是所盖章的文件，未经改动。</translation>
    </message>
    <message>
        <source>That is the file as it was before sealing.</source>
        <translation>是盖章前的文件。</translation>
    </message>
    <message>
        <source>That is another file, or it was changed after sealing.</source>
        <translation>是另一份文件，或盖章后被改动。</translation>
    </message>
</context>
<context>
    <name>andu::ui::SealUseModel</name>
    <message>
        <source>%1 (seam)</source>
        <translation>%1（骑缝）</translation>
    </message>
    <message>
        <source>Cancels %1</source>
        <translation>作废 %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>Electronic seal</source>
        <translation>电子签章</translation>
    </message>
    <message>
        <source>Approval %1, operator %2, pages and places %3</source>
        <translation>审批 %1，操作人 %2，页码和位置 %3</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>用印编号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>印章</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页数</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Approval number</source>
        <translation>审批单号</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>用印人</translation>
    </message>
    <message>
        <source>Impressions</source>
        <translation>用印数</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>SM3 before</source>
        <translation>盖章前 SM3</translation>
    </message>
    <message>
        <source>SM3 after</source>
        <translation>盖章后 SM3</translation>
    </message>
</context>
<context>
    <name>andu::ui::SealWords</name>
    <message>
        <source>Round</source>
        <translation>圆形</translation>
    </message>
    <message>
        <source>Oval</source>
        <translation>椭圆形</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>方形</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>长方形</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>%1, %2 mm</source>
        <translation>%1 %2 mm</translation>
    </message>
    <message>
        <source>%1, %2 × %3 mm</source>
        <translation>%1 %2 × %3 mm</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Not yet valid</source>
        <translation>尚未生效</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>已冻结</translation>
    </message>
</context>
<context>
    <name>andu::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Language (after the next start)</source>
        <translation>语言（下次启动后生效）</translation>
    </message>
    <message>
        <source>Andu %1, free software under the GPL, version 3 or later</source>
        <translation>案牍 %1，自由软件，依 GPL 第 3 版或更新版本发布</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
</context>
<context>
    <name>andu::ui::SidePane</name>
    <message>
        <source>This document has no outline.</source>
        <translation>此文档没有大纲。</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>大纲</translation>
    </message>
</context>
<context>
    <name>andu::ui::SignInPage</name>
    <message>
        <source>Protect this computer's copy with a passphrase of my own</source>
        <translation>用我自己的口令保护这台电脑上的内容</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Open offline</source>
        <translation>离线打开</translation>
    </message>
    <message>
        <source>Andu</source>
        <translation>案牍</translation>
    </message>
    <message>
        <source>Documents, todos, meetings: the work goes on without a network</source>
        <translation>公文、待办、会议，断网也照常办</translation>
    </message>
    <message>
        <source>Everything is kept encrypted on this computer and delivered when the network is back.</source>
        <translation>内容加密存放在这台电脑上，联网后自动送达。</translation>
    </message>
    <message>
        <source>The first sign-in needs the network; afterwards it opens offline.</source>
        <translation>首次登录需要联网，之后离线也能打开。</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>oa.example.com or an address with port</source>
        <translation>oa.example.com，或带端口的地址</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Passphrase for this computer</source>
        <translation>这台电脑上的口令</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Please fill in server, name and password.</source>
        <translation>请填写服务器、账号和密码。</translation>
    </message>
    <message>
        <source>The passphrase needs at least 8 characters.</source>
        <translation>口令至少需要 8 个字符。</translation>
    </message>
    <message>
        <source>At least 8 characters; opens Andu without a network</source>
        <translation>至少 8 个字符；断网时用它打开案牍</translation>
    </message>
    <message>
        <source>Andu %1</source>
        <translation>案牍 %1</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>显示输入内容</translation>
    </message>
    <message>
        <source>Account on this computer</source>
        <translation>这台电脑上的账号</translation>
    </message>
</context>
<context>
    <name>andu::ui::SignaturePanel</name>
    <message>
        <source>Export report</source>
        <translation>导出验证报告</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新验证</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在验证…</translation>
    </message>
    <message>
        <source>The signatures are being verified.</source>
        <translation>正在验证签章。</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>签章</translation>
    </message>
    <message>
        <source>Cannot be checked</source>
        <translation>无法验证</translation>
    </message>
    <message>
        <source>Signatures %1</source>
        <translation>签章 %1</translation>
    </message>
    <message>
        <source>Checked at %1</source>
        <translation>核对于 %1</translation>
    </message>
    <message>
        <source>Unknown signer</source>
        <translation>未知签名者</translation>
    </message>
    <message>
        <source>Signer</source>
        <translation>签名者</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>See the signed revision</source>
        <translation>看签署时的版本</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>技术细节</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>用印人</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>用印登记</translation>
    </message>
    <message>
        <source>Signed revision</source>
        <translation>看签署时的版本</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
</context>
<context>
    <name>andu::ui::SigningOptions</name>
    <message>
        <source>Reason</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>证明力</translation>
    </message>
    <message>
        <source>Time stamp server</source>
        <translation>时间戳服务器</translation>
    </message>
    <message>
        <source>Place of signing</source>
        <translation>签署地点</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Signature field</source>
        <translation>签章域</translation>
    </message>
    <message>
        <source>Changes allowed afterwards</source>
        <translation>此后允许的更改</translation>
    </message>
    <message>
        <source>Lock fields</source>
        <translation>锁定域</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>域</translation>
    </message>
    <message>
        <source>Signature only</source>
        <translation>仅签名</translation>
    </message>
    <message>
        <source>With a time stamp</source>
        <translation>加时间戳</translation>
    </message>
    <message>
        <source>Time stamp and validation data</source>
        <translation>时间戳和验证数据</translation>
    </message>
    <message>
        <source>For the archive: all of it, time stamped</source>
        <translation>归档：全部内容并加时间戳</translation>
    </message>
    <message>
        <source>A new one</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>%1 (page %2)</source>
        <translation>%1（第 %2 页）</translation>
    </message>
    <message>
        <source>Not restricted</source>
        <translation>不限制</translation>
    </message>
    <message>
        <source>Certify: nothing</source>
        <translation>认证：不允许更改</translation>
    </message>
    <message>
        <source>Certify: filling in fields and signing</source>
        <translation>认证：允许填写和签名</translation>
    </message>
    <message>
        <source>Certify: also comments</source>
        <translation>认证：还允许批注</translation>
    </message>
    <message>
        <source>Changes afterwards</source>
        <translation>此后更改</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>全部域</translation>
    </message>
    <message>
        <source>Those ticked</source>
        <translation>勾选的域</translation>
    </message>
    <message>
        <source>All but those ticked</source>
        <translation>勾选以外的域</translation>
    </message>
    <message>
        <source>This document may not be signed.</source>
        <translation>该文档不允许签署。</translation>
    </message>
    <message>
        <source>Type the address of a time stamp server, or choose “Signature only”.</source>
        <translation>请填写时间戳服务器地址，或选择“仅签名”。</translation>
    </message>
    <message>
        <source>Tick the fields to be locked.</source>
        <translation>请勾选要锁定的域。</translation>
    </message>
</context>
<context>
    <name>andu::ui::SigningSettingsBox</name>
    <message>
        <source>Time stamp server</source>
        <translation>时间戳服务器</translation>
    </message>
    <message>
        <source>An address begins with http:// or https://.</source>
        <translation>地址以 http:// 或 https:// 开头。</translation>
    </message>
    <message>
        <source>Ask for the key again</source>
        <translation>再次验证密钥</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Trusted certificates</source>
        <translation>受信任的证书</translation>
    </message>
    <message>
        <source>Signing and sealing</source>
        <translation>签名与用印</translation>
    </message>
    <message>
        <source>Before each use</source>
        <translation>每次使用前</translation>
    </message>
    <message>
        <source>After some minutes</source>
        <translation>若干分钟后</translation>
    </message>
    <message>
        <source>Once, until Andu is closed</source>
        <translation>一次，直到退出案牍</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Nothing listed: the certificates this computer trusts.</source>
        <translation>未列出时，使用本机信任的证书。</translation>
    </message>
    <message>
        <source>Add a certificate…</source>
        <translation>添加证书…</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der);;All files (*)</source>
        <translation>证书 (*.pem *.crt *.cer *.der);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>andu::ui::TemplateEditor</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add to “%1”</source>
        <translation>添加到“%1”</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete number %1</source>
        <translation>删除第 %1 项</translation>
    </message>
    <message numerus="yes">
        <source>%n more rows are kept and not shown.</source>
        <translation>
            <numerusform>另有 %n 行未显示，内容保留。</numerusform></translation>
    </message>
</context>
<context>
    <name>andu::ui::ThumbnailList</name>
    <message>
        <source>Page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>缩略图</translation>
    </message>
</context>
<context>
    <name>andu::ui::TodoDelegate</name>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>需处理</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>已送达</translation>
    </message>
</context>
<context>
    <name>andu::ui::TodoDetail</name>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>流转</translation>
    </message>
    <message>
        <source>This form cannot be read. The data of the todo is kept; it can be handled in the browser.</source>
        <translation>无法读取此表单。待办的数据已保留，可以在浏览器中办理。</translation>
    </message>
    <message>
        <source>The content of this todo has not been synced yet.</source>
        <translation>此待办的内容尚未同步。</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
</context>
<context>
    <name>andu::ui::TodoListModel</name>
    <message>
        <source>overdue today</source>
        <translation>今天已超期</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>超 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>今天 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>剩 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已超期</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>Due in three days</source>
        <translation>三天内到期</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>更晚</translation>
    </message>
    <message>
        <source>No due time</source>
        <translation>无期限</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Last seven days</source>
        <translation>最近七天</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>更早</translation>
    </message>
</context>
<context>
    <name>andu::ui::TodoPage</name>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>To read</source>
        <translation>待阅</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已办</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已阅</translation>
    </message>
    <message>
        <source>Todos</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Choose a todo on the left to see its form, files and flow.</source>
        <translation>在左侧选择一项待办，查看表单、附件和流转。</translation>
    </message>
    <message>
        <source>Nothing to do. New todos will appear here.</source>
        <translation>没有待办。新的待办会显示在这里。</translation>
    </message>
    <message>
        <source>Nothing here yet.</source>
        <translation>这里还没有内容。</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>By due time</source>
        <translation>按到期</translation>
    </message>
    <message>
        <source>By process</source>
        <translation>按流程</translation>
    </message>
    <message>
        <source>By arrival</source>
        <translation>按到达</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>All processes</source>
        <translation>全部流程</translation>
    </message>
</context>
<context>
    <name>andu::ui::TotalRow</name>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>andu::ui::TreeEditor</name>
    <message>
        <source>Province / city / district / street</source>
        <translation>省 / 市 / 区县 / 街道</translation>
    </message>
    <message>
        <source>First / second / …</source>
        <translation>第一级 / 第二级 / …</translation>
    </message>
    <message>
        <source>Choose (F4)</source>
        <translation>选择 (F4)</translation>
    </message>
</context>
<context>
    <name>andu::ui::TrueSizeSeal</name>
    <message>
        <source>True size %1 mm</source>
        <translation>实际大小 %1 mm</translation>
    </message>
</context>
<context>
    <name>andu::ui::VerdictWords</name>
    <message>
        <source>Integrity</source>
        <translation>完整性</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>The signed pages are as they were when signed</source>
        <translation>内容与签署时一致</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>The bytes do not fit the signature</source>
        <translation>内容与签名不符</translation>
    </message>
    <message>
        <source>The signature is of a kind that cannot be checked</source>
        <translation>无法核对这种签名</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未核对</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>签名算法</translation>
    </message>
    <message>
        <source>Too weak</source>
        <translation>强度不足</translation>
    </message>
    <message>
        <source>Certificate chain</source>
        <translation>证书链</translation>
    </message>
    <message>
        <source>Trusted</source>
        <translation>可信</translation>
    </message>
    <message>
        <source>Not trusted</source>
        <translation>不受信任</translation>
    </message>
    <message>
        <source>Not valid then</source>
        <translation>签署时不在有效期</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>已吊销</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Time stamp</source>
        <translation>时间戳</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>%1, as the signer's computer said</source>
        <translation>%1，来自签名者的电脑</translation>
    </message>
    <message>
        <source>Not proven</source>
        <translation>未证实</translation>
    </message>
    <message>
        <source>The signature names no time</source>
        <translation>签名中没有时间</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖范围</translation>
    </message>
    <message>
        <source>The whole file</source>
        <translation>全文</translation>
    </message>
    <message>
        <source>An earlier revision of the file</source>
        <translation>文件的较早修订</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>全文</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>修订</translation>
    </message>
    <message>
        <source>Changed afterwards</source>
        <translation>签署后改动</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无改动</translation>
    </message>
    <message numerus="yes">
        <source>%n addition(s) that the signature allows</source>
        <translation>
            <numerusform>%n 项签名允许的增补</numerusform>
        </translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>允许</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) that the signature does not allow</source>
        <translation>
            <numerusform>%n 项签名不允许的更改</numerusform>
        </translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>不允许</translation>
    </message>
    <message>
        <source>Signatures valid</source>
        <translation>签章有效</translation>
    </message>
    <message>
        <source>Nothing was changed after signing.</source>
        <translation>签署后无改动。</translation>
    </message>
    <message>
        <source>Later additions are of a kind the signatures allow.</source>
        <translation>签署后的增补是签章允许的。</translation>
    </message>
    <message>
        <source>Unchanged, but not trusted</source>
        <translation>未改动，但不受信任</translation>
    </message>
    <message>
        <source>The document is as signed, but a signer or an algorithm cannot be relied on.</source>
        <translation>文档与签署时一致，但签名者或算法不可信赖。</translation>
    </message>
    <message>
        <source>Changed after signing</source>
        <translation>签署后已被修改</translation>
    </message>
    <message>
        <source>Something was changed that the signatures do not allow. Look at the signed revision.</source>
        <translation>有签章不允许的更改，请查看签署时的版本。</translation>
    </message>
    <message>
        <source>Signature invalid</source>
        <translation>签章无效</translation>
    </message>
    <message>
        <source>A signature does not fit the document. Do not rely on it.</source>
        <translation>签章与文档不符，请勿采信。</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>未签章</translation>
    </message>
    <message>
        <source>This document holds no signature.</source>
        <translation>此文档没有签章。</translation>
    </message>
    <message>
        <source>Checked: %1</source>
        <translation>验证时间：%1</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>事由</translation>
    </message>
</context>
</TS>
