import { askServer, type Request } from './ask-server.ts';
import { type Finding, good, notice, toRepair } from './finding.ts';

/** The address at which the world reaches the program. */
export async function checkAddress(publicUrl: string, request: Request): Promise<Finding> {
  const about = '對外網址';
  const url = publicUrl.replace(/\/+$/, '');
  const asked = await askServer(request, `${url}/healthz`, { method: 'GET' });
  if (asked.type === 'unreachable')
    return toRepair(about, `${url} 連不到：${asked.reason}`, '確認程式已啟動、反向代理與防火牆');
  if (asked.status !== 200 || asked.text.trim() !== 'ok')
    return toRepair(about, `${url}/healthz 回答 HTTP ${asked.status}，不是這個程式`, '確認反向代理轉到 HOST:PORT');
  return good(about, `${url} 通到這個程式`);
}

/** What can be said of the address without asking it; null where it is to be asked. */
export function checkAddressForm(publicUrl: string | null, needed: 'needed' | 'optional'): Finding | null {
  const about = '對外網址';
  if (publicUrl === null)
    return needed === 'needed'
      ? notice(about, '沒有設定 PUBLIC_URL，無法檢查平臺連不連得到', '設為 https:// 開頭的對外網址')
      : good(about, '不需要：沒有頻道從外面連進來');
  const { protocol, username, password } = new URL(publicUrl);
  if (protocol !== 'https:') return toRepair(about, 'PUBLIC_URL 不是 https', '平臺只連 https 的網址');
  return username === '' && password === '' ? null : toRepair(about, 'PUBLIC_URL 裡有帳號或密碼', '把它們從網址移除');
}
