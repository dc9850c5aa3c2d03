/** Whether a message asks something; what it says in passing is then not recorded. */
export function asksSomething(text: string): boolean {
  return asks.test(text);
}

const asks =
  /[?？]|[嗎呢嘛](?=$|[\s，,。!！])|什麼|甚麼|啥|怎麼|怎樣|如何|哪|多少|幾|是否|(.)不\1|有沒有|得否|能否|可否|誰|為何|\b(?:what|which|how|when|where|who|why|does|do i|can i|should|is it|may i|am i|will)\b/i;
