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
        <source>This file has not been synced to this computer yet.</source>
        <translation>此文件还没有同步到这台电脑。</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>保存文件</translation>
    </message>
    <message>
        <source>The file was saved.</source>
        <translation>文件已保存。</translation>
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
</context>
<context>
    <name>andu::ui::DateEditor</name>
    <message>
        <source>Choose from the calendar</source>
        <translation>从日历选择</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
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
    <name>andu::ui::FieldBox</name>
    <message>
        <source>No files</source>
        <translation>没有附件</translation>
    </message>
    <message>
        <source>“%1” (%2) is shown in the browser only.</source>
        <translation>“%1”（%2）只能在浏览器中查看。</translation>
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
    <name>andu::ui::FormBuilder</name>
    <message>
        <source>“%1” (%2) is shown in the browser only.</source>
        <translation>“%1”（%2）只能在浏览器中查看。</translation>
    </message>
    <message>
        <source>in hand</source>
        <translation>办理中</translation>
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
    <name>andu::ui::OrgEditor</name>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>选择：%1</translation>
    </message>
</context>
<context>
    <name>andu::ui::OrgPicker</name>
    <message>
        <source>Choose from the organisation</source>
        <translation>从通讯录选择</translation>
    </message>
    <message>
        <source>Name or unit</source>
        <translation>姓名或部门</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>已选 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>The organisation has not been synced to this computer yet.</source>
        <translation>通讯录还没有同步到这台电脑。</translation>
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
        <source>No files</source>
        <translation>没有附件</translation>
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
</TS>
